import { getTranslations } from "next-intl/server";
import type { QueuedReview } from "@/lib/desk/review/read-reviews";
import { kinds } from "@/lib/domain/kinds/registry";
import { instantWords } from "../wording/instant";

/** What waits for review, a line each: the record, who submitted it and when, and what they say. */
export async function ReviewLines({ rows }: { rows: readonly QueuedReview[] }) {
  const [t, tKinds, tDesk, instant] = await Promise.all([
    getTranslations("desk.review"),
    getTranslations("kinds"),
    getTranslations("desk.dashboard"),
    instantWords(),
  ]);
  if (rows.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="entry-lines">
      {rows.map(({ id, entryId, kind, title, dossier, note, madeAt, madeByName, isOutdated }) => (
        <li key={id}>
          <a href={`/admin/${kinds[kind].path}/${entryId}`}>
            {title || tDesk("untitled", { one: tKinds(`${kind}.one`) })}
          </a>
          <span className="side-line">
            {[tKinds(`${kind}.one`), ...(dossier ? [dossier.title] : []), madeByName].join(", ")},{" "}
            <time dateTime={madeAt}>{instant(madeAt)}</time>
          </span>
          {note !== "" && <span className="side-line">{t("says", { note })}</span>}
          {isOutdated && <span className="side-line">{t("outdatedShort")}</span>}
        </li>
      ))}
    </ul>
  );
}
