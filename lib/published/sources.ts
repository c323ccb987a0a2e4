import "server-only";
import { cache } from "react";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { database } from "@/lib/database/client";
import { recordFrom } from "./record-row";
import { isStillThere, readTyped } from "@/lib/database/tables";
import { dossierAndRecords } from "./visible";

/** A published record that cites a source, with the field for which it does, null for the whole record. */
export interface Citing {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  field: string | null;
}

/** A source with everything that cites it in one dossier. */
export interface CitedSource {
  source: PublishedRecord<"source">;
  citedBy: Citing[];
}

/**
 * The sources that a dossier's published records cite. Their order gives the citation numbers (index + 1) on
 * all of the dossier's pages: first come the sources that were cited first, so that new ones are added at the
 * end and the numbers already in print stay.
 */
export const sourcesOf = cache(async (dossierId: string): Promise<CitedSource[]> => {
  const db = database();
  const found = await db.citation.findMany({
    where: { record: dossierAndRecords(dossierId) },
    select: {
      sourceId: true,
      field: true,
      record: { select: { id: true, kind: true, slug: true, title: true, firstPublishedAt: true } },
    },
    orderBy: [{ record: { firstPublishedAt: "asc" } }, { recordId: "asc" }, { position: "asc" }],
  });
  const citations = found.filter(({ record }) => isStillThere(record));
  const citedBy = new Map<string, typeof citations>();
  for (const one of citations) citedBy.set(one.sourceId, [...(citedBy.get(one.sourceId) ?? []), one]);
  const rows = await readTyped(db, "source", { id: { in: [...citedBy.keys()] } });
  const sources = new Map(rows.map((row) => [row.id as string, recordFrom("source", row)]));

  return [...citedBy]
    .flatMap(([id, uses]) => {
      const source = sources.get(id);
      if (!source) return [];
      // A source published after the record that first cites it was added to that record later.
      const published = uses[0]?.record.firstPublishedAt.toISOString() ?? "";
      return { source, uses, since: published > source.publishedAt ? published : source.publishedAt };
    })
    .sort((a, b) => (a.since < b.since ? -1 : Number(a.since > b.since)))
    .map(({ source, uses }) => ({
      source,
      citedBy: uses.map(({ field, record: { id, kind, slug, title } }) => ({
        id,
        kind: kind as KindKey,
        slug,
        title,
        field,
      })),
    }));
});

/** A source that the dossier cites, by its address, with its citation number there; else null. */
export async function sourceBySlug(
  dossierId: string,
  slug: string,
): Promise<(CitedSource & { number: number }) | null> {
  const sources = await sourcesOf(dossierId);
  const index = sources.findIndex(({ source }) => source.slug === slug);
  const found = sources[index];
  return found ? { ...found, number: index + 1 } : null;
}
