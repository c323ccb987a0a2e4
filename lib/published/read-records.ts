/** Published records read whole, by one statement however many kinds they are of: each as it stood at one moment. */
import "server-only";
import { createHash } from "node:crypto";
import { readCatalog, type Catalog } from "@/lib/database/catalog";
import { pool } from "@/lib/database/client";
import { recordsStatement, type WantedOfKind } from "@/lib/database/values-statement";
import type { Held } from "@/lib/domain/fields/field";
import { kindOf, type KindKey, type RecordValues } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";

interface Row {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  dossierId: string | null;
  sortDate: string | null;
  version: number;
  firstPublishedAt: Date;
  lastPublishedAt: Date;
  lastVerifiedAt: Date | null;
  underReviewSince: Date | null;
  values: Held;
  citations: Held[] | null;
}

let catalog: Promise<Catalog> | undefined;
const statements = new Map<string, { name: string; text: string }>();

/** The tables as they are, read once. */
export async function knownCatalog(): Promise<Catalog> {
  catalog ??= readCatalog(pool());
  return catalog.catch((error: unknown) => {
    catalog = undefined;
    throw error;
  });
}

/** The records of some kinds that meet their conditions, in no order. `values` are the parameters of all conditions. */
export async function readRecords(
  wanted: readonly WantedOfKind[],
  values: readonly unknown[],
): Promise<PublishedRecord[]> {
  if (wanted.length === 0) return [];
  const { name, text } = await statementFor(wanted);
  const { rows } = await pool().query<Row>({ name, text, values: [...values] });
  return rows.map(recordFrom);
}

/** The records of one kind that meet a condition, in no order. */
export async function recordsWhere<K extends KindKey>(
  kind: K,
  where: string,
  values: readonly unknown[],
): Promise<PublishedRecord<K>[]> {
  // Rows of a kind's own table are records of that kind.
  return (await readRecords([{ kind, where }], values)) as PublishedRecord<K>[];
}

/** The record outside dossiers of the kind that is the first parameter, at the address that is the second. */
export const sharedAt = `r."dossierId" IS NULL AND r."kind" = $1 AND r."slug" = $2`;

/** One statement for each set of kinds and conditions: each is planned once on a connection. */
async function statementFor(wanted: readonly WantedOfKind[]): Promise<{ name: string; text: string }> {
  const key = wanted.map(({ kind, where }) => `${kind}: ${where}`).join("\n");
  const known = statements.get(key);
  if (known) return known;
  const text = recordsStatement(await knownCatalog(), wanted);
  const name = `records_${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  const made = { name, text };
  statements.set(key, made);
  return made;
}

function recordFrom({ kind, citations, ...row }: Row): PublishedRecord {
  const values = kindOf(kind).cited ? { ...row.values, citations } : row.values;
  return {
    id: row.id,
    kind,
    slug: row.slug,
    title: row.title,
    dossierId: row.dossierId,
    sortDate: row.sortDate,
    version: row.version,
    publishedAt: row.firstPublishedAt.toISOString(),
    updatedAt: row.lastPublishedAt.toISOString(),
    verifiedAt: row.lastVerifiedAt?.toISOString() ?? null,
    underReviewSince: row.underReviewSince?.toISOString() ?? null,
    values: values as RecordValues<KindKey>,
  };
}
