import "server-only";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { noteTags } from "./note-tags";

/** More than a few versions of a record ever refer to. */
const mostTitles = 2000;

/** The titles of those of these records that are published, in a dossier that is, or outside of dossiers; by id. */
export async function publishedTitles(ids: Iterable<string>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].slice(0, mostTitles);
  if (wanted.length === 0) return new Map();
  noteTags(...wanted.map(cacheTag.name));
  const rows = await database().$queryRaw<{ id: string; title: string }[]>`
    SELECT r."id", r."title" FROM "Record" r
    WHERE r."id" = ANY(${wanted}::uuid[]) AND (r."dossierId" IS NULL
      OR EXISTS (SELECT FROM "Dossier" d WHERE d."id" = r."dossierId"))`;
  return new Map(rows.map(({ id, title }) => [id, title]));
}
