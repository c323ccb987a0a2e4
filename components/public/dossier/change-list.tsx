import { useLocale, useTranslations } from "next-intl";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { Name, titleOf } from "../frame/name";
import { pathTo } from "../frame/setting";
import { ByDay } from "../changes/by-day";

export interface ChangeLine {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  dossierSlug: string;
  dossierTitle: string;
  updatedAt: string;
  isNew: boolean;
  /** What its editor said of the change; null for nothing. */
  changeNote: string | null;
}

/** What was published or changed last, by days: the day in the margin, then each record, its kind and its dossier. */
export function ChangeList({ changes }: { changes: readonly ChangeLine[] }) {
  return (
    <ByDay changes={changes} at={(change) => change.updatedAt}>
      {(change) => <Change key={change.id} change={change} />}
    </ByDay>
  );
}

function Change({ change }: { change: ChangeLine }) {
  const t = useTranslations("changes");
  const locale = useLocale();
  const { kind, slug, dossierSlug, dossierTitle, isNew, changeNote } = change;
  return (
    <li className="border-t border-rule py-2.5 first:border-t-0 first:pt-0 lg:grid lg:grid-cols-[minmax(0,1fr)_19rem] lg:items-baseline lg:gap-x-6">
      <p className="max-w-measure leading-snug">
        <a href={pathTo({ locale, slug: dossierSlug }, { kind, slug })}>
          <Name>{titleOf(change)}</Name>
        </a>
      </p>
      <p className="label lg:text-right">
        {t(`kinds.${kind}`)} {isNew ? t("added") : t("changed")}
        {kind !== "dossier" && <> · {dossierTitle}</>}
      </p>
      {changeNote !== null && <p className="mt-1 max-w-measure text-muted lg:col-start-1">{changeNote}</p>}
    </li>
  );
}
