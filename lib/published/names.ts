import "server-only";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { kindKeyOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { noteTags } from "./note-tags";
import { newestFirst } from "./record-order";
import { recordsIn } from "./visible";

/** What a link to a record shows. */
export interface Named {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  sortDate: string | null;
}

/** Those of these records that the dossier has published, as links show them: newest first. */
export async function namesOf(dossierId: string, ids: Iterable<string>): Promise<Named[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  noteTags(...wanted.map(cacheTag.name));
  const rows = await database().record.findMany({
    where: { ...recordsIn(dossierId), id: { in: wanted } },
    select: { id: true, kind: true, slug: true, title: true, sortDate: true },
  });
  return rows
    .map(({ kind, sortDate, ...row }) => ({
      ...row,
      kind: kindKeyOf(kind),
      sortDate: sortDate?.toISOString().slice(0, 10) ?? null,
    }))
    .sort(newestFirst);
}

/**
 * A record whose published versions a dossier shows: the dossier itself, a record of its own, or a source that it has cited; null
 * where that is not published.
 */
export async function versionedIn(
  dossier: PublishedRecord<"dossier">,
  id: string,
): Promise<Pick<Named, "id" | "kind" | "slug" | "title"> | null> {
  if (id === dossier.id) return dossier;
  const [named] = await namesOf(dossier.id, [id]);
  if (named) return named;
  const source = await database().sourceNumber.findUnique({
    where: { dossierId_sourceId: { dossierId: dossier.id, sourceId: id } },
    select: { source: { select: { record: { select: { slug: true, title: true } } } } },
  });
  const record = source?.source?.record;
  return record ? { id, kind: "source", ...record } : null;
}
