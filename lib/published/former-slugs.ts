/** Where records stood before their addresses were changed. */
import "server-only";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { database } from "@/lib/database/client";
import { noteTags } from "./note-tags";

/**
 * The slug of the published record that once stood at this one; null where none did. `dossierId` is null for kinds that
 * belong to no dossier. That nothing stands there now was noted by the read before.
 */
export async function slugNow(dossierId: string | null, kind: KindKey, slug: string): Promise<string | null> {
  const former = await database().formerSlug.findFirst({
    where: { dossierId, kind, slug },
    select: { recordId: true, entry: { select: { record: { select: { slug: true } } } } },
  });
  if (!former?.entry.record) return null;
  noteTags(cacheTag.name(former.recordId));
  return former.entry.record.slug;
}
