import "server-only";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { PublishedRecord } from "@/lib/domain/published";
import { noteTags } from "./note-tags";
import { recordsWhere } from "./read-records";

/** A published source with the number under which a dossier's pages cite it. */
export interface SourceWithNumber {
  /** It never changes, and numbers between may be missing. */
  number: number;
  source: PublishedRecord<"source">;
}

/** Those of these sources that the dossier has numbers for, by number: what the notes of one page need. */
export async function numberedSources(
  dossierId: string,
  sourceIds: Iterable<string>,
): Promise<SourceWithNumber[]> {
  const ids = [...new Set(sourceIds)];
  if (ids.length === 0) return [];
  noteTags(...ids.map(cacheTag.record));
  const [found, numbers] = await Promise.all([
    recordsWhere("source", `t."id" = ANY($1::uuid[])`, [ids]),
    database().sourceNumber.findMany({
      where: { dossierId, sourceId: { in: ids } },
      orderBy: { number: "asc" },
    }),
  ]);
  const sources = new Map(found.map((source) => [source.id, source]));
  return numbers.flatMap(({ sourceId, number }) => {
    const source = sources.get(sourceId);
    return source ? { number, source } : [];
  });
}
