import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { historyOf } from "@/lib/desk/read/history";
import type { OpenEntry } from "@/lib/desk/read/open";
import { openRevision, type OpenRevision, publishedRevisionId } from "@/lib/desk/read/revisions";
import type { Typed } from "@/lib/domain/fields/field";

/** What a version is compared with: the record as it is now (`version` null), or another version. */
export interface ComparedWith {
  /** As `?with=` says it. */
  asked: string;
  version: number | null;
  typed: Typed;
}

/** What `?with=` asks for: `published`, a version by its revision's id; anything else is the record as it is now. */
export async function comparedWith(actor: Actor, entry: OpenEntry, asked: unknown): Promise<ComparedWith> {
  const found = await otherVersion(actor, asked, entry.id);
  if (!found || found.entryId !== entry.id || typeof asked !== "string")
    return { asked: "now", version: null, typed: entry.typed };
  return { asked, version: found.version, typed: found.typed };
}

async function otherVersion(actor: Actor, asked: unknown, entryId: string): Promise<OpenRevision | null> {
  const id =
    asked === "published" ? await publishedRevisionId(actor, entryId) : z.uuid().safeParse(asked).data;
  return id ? openRevision(actor, id) : null;
}

/** So many of the newest versions are offered; older ones are opened from the history. */
const offered = 100;

interface CompareWithProps {
  actor: Actor;
  entry: OpenEntry;
  revision: OpenRevision;
  chosen: ComparedWith;
}

/** Chooses what a version is compared with. */
export async function CompareWith({ actor, entry, revision, chosen }: CompareWithProps) {
  const [t, tActions, lines] = await Promise.all([
    getTranslations("desk.revision"),
    getTranslations("desk.actions"),
    historyOf(actor, entry.id, { take: offered }),
  ]);
  const others = lines.filter(({ revisionId }) => revisionId !== null && revisionId !== revision.id);
  const published = lines.find(({ isPublic }) => isPublic);
  return (
    <form method="get" className="compare-with">
      <label>
        {t("with")}
        <select name="with" defaultValue={chosen.asked} className="control">
          <option value="now">{t("now")}</option>
          {published && <option value="published">{t("published", { version: published.version })}</option>}
          {others.map(({ revisionId, version, byName, action }) => (
            <option key={version} value={revisionId ?? ""}>
              {t("versionBy", { version, name: byName, action: tActions(action) })}
            </option>
          ))}
        </select>
      </label>
      <button className="btn">{t("compare")}</button>
    </form>
  );
}
