import { useLocale, useTranslations } from "next-intl";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { Day } from "./date-text";
import { pathTo } from "./setting";

export interface ChangeLine {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  dossierSlug: string;
  dossierTitle: string;
  updatedAt: string;
  isNew: boolean;
}

/** What was published or changed last: the day in the margin, then the record, its kind and its dossier. */
export function ChangeList({ changes }: { changes: readonly ChangeLine[] }) {
  const t = useTranslations("changes");
  const locale = useLocale();
  return (
    <ol className="border-t border-rule">
      {changes.map(({ id, kind, slug, title, dossierSlug, dossierTitle, updatedAt, isNew }) => (
        <li
          key={id}
          className="border-b border-rule py-3 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)] sm:items-baseline sm:gap-x-6 sm:gap-y-1 lg:grid-cols-[11rem_minmax(0,1fr)_19rem]"
        >
          <p className="label">
            <Day instant={updatedAt} />
          </p>
          <p className="max-w-measure leading-snug">
            <a href={pathTo({ locale, slug: dossierSlug }, { kind, slug })}>{title}</a>
          </p>
          <p className="label sm:col-start-2 lg:col-start-auto lg:text-right">
            {t(`kinds.${kind}`)} {isNew ? t("added") : t("changed")}
            {kind !== "dossier" && <> · {dossierTitle}</>}
          </p>
        </li>
      ))}
    </ol>
  );
}
