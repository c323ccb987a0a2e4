import { getTranslations } from "next-intl/server";
import type { Change } from "@/lib/desk/read/dashboard";
import { kinds } from "@/lib/domain/kinds/registry";
import { instantWords } from "../wording/instant";

/** What was done to records, each with who did it and when. */
export async function Changes({ changes }: { changes: Change[] }) {
  const [instant, t, tActions, tKinds] = await Promise.all([
    instantWords(),
    getTranslations("desk.dashboard"),
    getTranslations("desk.actions"),
    getTranslations("kinds"),
  ]);
  if (changes.length === 0) return <p>{t("changesNone")}</p>;
  return (
    <ul className="entry-lines">
      {changes.map(({ entryId, kind, title, byName, action, at }) => (
        <li key={`${entryId} ${at} ${action}`}>
          <a href={`/admin/${kinds[kind].path}/${entryId}`}>
            {title || t("untitled", { one: tKinds(`${kind}.one`) })}
          </a>
          <span className="side-line">
            {t("change", { name: byName, action: tActions(action) })},{" "}
            <time dateTime={at}>{instant(at)}</time>
          </span>
        </li>
      ))}
    </ul>
  );
}
