import { getTranslations } from "next-intl/server";
import type { HistoryLine } from "@/lib/desk/read/history";
import type { OpenEntry } from "@/lib/desk/read/open";
import { kinds } from "@/lib/domain/kinds/registry";
import { showInstant } from "../wording/instant";

/** What became of a record, line by line. A version whose copy was kept can be opened. */
export async function HistoryLines({ entry, lines }: { entry: OpenEntry; lines: HistoryLine[] }) {
  const [t, tActions] = await Promise.all([getTranslations("desk.record"), getTranslations("desk.actions")]);
  const path = `/admin/${kinds[entry.kind].path}/${entry.id}`;
  return (
    <ol>
      {lines.map(({ revisionId, version, byName, action, at }) => (
        <li key={version}>
          {/* Where only the state changed, the version holds what the one before it does. */}
          {revisionId ? (
            <a href={`${path}/revisions/${revisionId}`}>{t("version", { version })}</a>
          ) : (
            t("version", { version })
          )}
          {version === entry.version && <span className="text-muted"> ({t("current")})</span>}
          <span className="side-line">
            {byName} {tActions(action)}
          </span>
          <time dateTime={at} className="side-line">
            {showInstant(at)}
          </time>
        </li>
      ))}
    </ol>
  );
}
