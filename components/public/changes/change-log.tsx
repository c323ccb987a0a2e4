import { useLocale, useTranslations } from "next-intl";
import type { Happened } from "@/lib/domain/change-log";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { changesPathOf, versionPathOf } from "@/lib/record-paths";
import { localPath } from "@/lib/routes";
import { Missing } from "../frame/facts";
import { pathTo } from "../frame/setting";
import { ByDay } from "./by-day";

export interface LogLine {
  id: string;
  at: string;
  happened: Happened;
  kind: KindKey;
  dossierSlug: string;
  dossierTitle: string;
  /** Null of what was withdrawn. */
  record: {
    id: string;
    slug: string;
    title: string;
    version: number;
  } | null;
  /** The version before, where that is led to in place of what each changed; null where none can be shown. */
  then?: number | null;
  changeNote: string | null;
}

/** Publications and withdrawals by days: the day in the margin, then each record, what happened to it, and the editor's note. */
export function ChangeLog({ changes, ofSite }: { changes: readonly LogLine[]; ofSite: boolean }) {
  return (
    <ByDay changes={changes} at={(change) => change.at}>
      {(change) => <Line key={change.id} change={change} ofSite={ofSite} />}
    </ByDay>
  );
}

function Line({ change, ofSite }: { change: LogLine; ofSite: boolean }) {
  const t = useTranslations("changeLog");
  const word = useTranslations("changes");
  const locale = useLocale();
  const { kind, happened, record, then, dossierSlug, dossierTitle, changeNote } = change;
  const is = happened === "added" || happened === "changed" ? word(happened) : t(happened);
  return (
    <li className="border-t border-rule py-2.5 first:border-t-0 first:pt-0 lg:grid lg:grid-cols-[minmax(0,1fr)_19rem] lg:items-baseline lg:gap-x-6">
      <p className="max-w-measure leading-snug">
        {record ? (
          <a href={pathTo({ locale, slug: dossierSlug }, { kind, slug: record.slug })}>{record.title}</a>
        ) : (
          <Missing>{t("withdrawnOne", { kind: word(`kinds.${kind}`) })}</Missing>
        )}
      </p>
      <p className="label lg:text-right">
        {word(`kinds.${kind}`)} {is}
        {ofSite && kind !== "dossier" && <> · {dossierTitle}</>}
        {record && happened === "changed" && then !== null && (
          <>
            {" · "}
            <a
              href={localPath(
                locale,
                then === undefined
                  ? `${changesPathOf(dossierSlug, record.id)}?upTo=${record.version}`
                  : versionPathOf(dossierSlug, record.id, then),
              )}
              rel="nofollow"
            >
              {t(then === undefined ? "what" : "whole")}
            </a>
          </>
        )}
      </p>
      {changeNote !== null && <p className="mt-1 max-w-measure text-muted lg:col-start-1">{changeNote}</p>}
    </li>
  );
}
