import { getTranslations } from "next-intl/server";
import { StateBadge } from "@/components/desk/state-badge";
import type { EntryRow } from "@/lib/desk/read/entry-row";
import { kinds } from "@/lib/domain/kinds/registry";
import { instantWords } from "../wording/instant";

interface EntryLinesProps {
  rows: EntryRow[];
  none: string;
  /** What is told of each: who saved it last and when, or when it was last verified. */
  tells?: "saved" | "verified";
}

/** Records as short lines: title, kind, state, and what became of them last. */
export async function EntryLines({ rows, none, tells = "saved" }: EntryLinesProps) {
  const [instant, t, tKinds, tStates] = await Promise.all([
    instantWords(),
    getTranslations("desk"),
    getTranslations("kinds"),
    getTranslations("desk.states"),
  ]);
  if (rows.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ul className="entry-lines">
      {rows.map(({ id, kind, title, state, updatedAt, updatedByName, verifiedAt }) => (
        <li key={id}>
          <a href={`/admin/${kinds[kind].path}/${id}`}>
            {title || t("dashboard.untitled", { one: tKinds(`${kind}.one`) })}
          </a>{" "}
          <StateBadge state={state} label={tStates(state)} />
          <span className="side-line">
            {tKinds(`${kind}.one`)},{" "}
            {tells === "saved" ? (
              <>
                {t("list.updatedBy", { name: updatedByName })},{" "}
                <time dateTime={updatedAt}>{instant(updatedAt)}</time>
              </>
            ) : verifiedAt ? (
              <>
                {t("dashboard.verifiedOn")} <time dateTime={verifiedAt}>{instant(verifiedAt)}</time>
              </>
            ) : (
              t("dashboard.neverVerified")
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
