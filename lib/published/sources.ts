import "server-only";
import { cache } from "react";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { database } from "@/lib/database/client";
import { noteTags } from "./note-tags";
import { recordFrom } from "./record-row";
import { isStillThere, readTyped } from "@/lib/database/tables";
import { dossierAndRecords } from "./visible";

/** A published record that cites a source, with the paths of what it cites it for, none for the whole record. */
export interface CitingRecord {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  supports: string[];
}

/** A source with everything that cites it in one dossier. */
export interface CitedSource {
  /** Under which all of the dossier's pages cite it; it never changes, and numbers between may be missing. */
  number: number;
  source: PublishedRecord<"source">;
  citedBy: CitingRecord[];
}

/** The sources that a dossier's published records cite, by number. */
export const sourcesOf = cache(async (dossierId: string): Promise<CitedSource[]> => {
  const db = database();
  const found = await db.citation.findMany({
    where: { record: dossierAndRecords(dossierId) },
    select: {
      sourceId: true,
      supports: true,
      record: { select: { id: true, kind: true, slug: true, title: true } },
    },
    orderBy: [{ record: { firstPublishedAt: "asc" } }, { recordId: "asc" }, { position: "asc" }],
  });
  const citedBy = new Map<string, CitingRecord[]>();
  for (const { sourceId, supports, record } of found) {
    if (!isStillThere(record)) continue;
    const citing = { ...record, kind: record.kind as KindKey, supports };
    citedBy.set(sourceId, [...(citedBy.get(sourceId) ?? []), citing]);
  }
  // Read after the citations: a number is given in the transaction that publishes the first of them, and stays.
  const [rows, numbers] = await Promise.all([
    readTyped(db, "source", { id: { in: [...citedBy.keys()] } }),
    db.sourceNumber.findMany({ where: { dossierId }, orderBy: { number: "asc" } }),
  ]);
  noteTags(cacheTag.sources(dossierId));
  for (const sourceId of citedBy.keys())
    noteTags(cacheTag.record(sourceId), cacheTag.citing(dossierId, sourceId));
  const sources = new Map(rows.map((row) => [row.id as string, recordFrom("source", row)]));
  return numbers.flatMap(({ sourceId, number }) => {
    const source = sources.get(sourceId);
    return source ? { number, source, citedBy: citedBy.get(sourceId) ?? [] } : [];
  });
});
