import { getTranslations } from "next-intl/server";
import { StateBadge } from "@/components/desk/state-badge";
import type { EntryRow } from "@/lib/desk/read/list";
import { kinds } from "@/lib/domain/kinds/registry";
import { instantWords } from "../wording/instant";

/** Records as short lines: title, kind, state, who saved them last. */
export async function EntryLines({ rows, none }: { rows: EntryRow[]; none: string }) {
  const [instant, t, tKinds, tStates] = await Promise.all([
    instantWords(),
    getTranslations("desk"),
    getTranslations("kinds"),
    getTranslations("desk.states"),
  ]);
  if (rows.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ul className="entry-lines">
      {rows.map(({ id, kind, title, state, updatedAt, updatedByName }) => (
        <li key={id}>
          <a href={`/admin/${kinds[kind].path}/${id}`}>
            {title || t("dashboard.untitled", { one: tKinds(`${kind}.one`) })}
          </a>{" "}
          <StateBadge state={state} label={tStates(state)} />
          <span className="side-line">
            {tKinds(`${kind}.one`)}, {t("list.updatedBy", { name: updatedByName })},{" "}
            <time dateTime={updatedAt}>{instant(updatedAt)}</time>
          </span>
        </li>
      ))}
    </ul>
  );
}
