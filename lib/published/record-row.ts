/** From a typed row, read with its supertype row and citations, to the published record that pages see. */
import "server-only";
import { citation } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey, type RecordValues } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { rowFrom, valuesFrom } from "@/lib/database/columns";

/** The supertype row as `readTyped` includes it. */
export interface RecordRow {
  id: string;
  slug: string;
  title: string;
  dossierId: string | null;
  sortDate: Date | null;
  version: number;
  firstPublishedAt: Date;
  lastPublishedAt: Date;
  lastVerifiedAt: Date | null;
  underReviewSince: Date | null;
  citations: Record<string, unknown>[];
}

/** The record that a row of `readTyped` holds. */
export function recordFrom<K extends KindKey>(kind: K, row: Record<string, unknown>): PublishedRecord<K> {
  const record = row.record as RecordRow;
  const definition = kindOf(kind);
  const values = valuesFrom(definition.fields, row);
  if (definition.cited) values.citations = record.citations.map((row) => rowFrom(citation, row));
  return {
    id: record.id,
    kind,
    slug: record.slug,
    title: record.title,
    dossierId: record.dossierId,
    sortDate: record.sortDate?.toISOString().slice(0, 10) ?? null,
    version: record.version,
    publishedAt: record.firstPublishedAt.toISOString(),
    updatedAt: record.lastPublishedAt.toISOString(),
    verifiedAt: record.lastVerifiedAt?.toISOString() ?? null,
    underReviewSince: record.underReviewSince?.toISOString() ?? null,
    values: values as RecordValues<K>,
  };
}
