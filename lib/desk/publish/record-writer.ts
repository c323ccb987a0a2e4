/** The published side of a publication: the record's rows and its address. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import { writeTyped } from "@/lib/database/tables";
import { countryName } from "@/lib/domain/countries";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { slugify } from "@/lib/domain/slug";
import { Refused } from "../write/refused";
import type { WorkingCopy } from "../write/write";
import type { Notice } from "./announce";

export interface Publication {
  id: string;
  kind: KindKey;
  dossierId: string | null;
  /** The slug of its earlier publication, if there was one. */
  slug: string | null;
  copy: WorkingCopy;
}

type Citation = { id?: string; source: string; field?: string; place?: string; quotation?: string };

/** Writes the record's typed rows, its citations and its address. What it returns has to be announced. */
export async function writeRecord(db: Transaction, publication: Publication): Promise<Notice> {
  const { id, kind, dossierId, copy } = publication;
  const slug = await slugFor(db, publication);
  await db.$executeRaw`
    WITH entry AS (
      UPDATE "Entry" SET "slug" = ${slug} WHERE "id" = ${id}::uuid RETURNING *
    )
    INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "sortDate", "searchText", "uniqueKey", "version",
                          "firstPublishedAt", "lastPublishedAt")
    SELECT "id", "kind", "dossierId", "slug", "title", "sortDate", "searchText", "uniqueKey", "version",
           "firstPublishedAt", "lastPublishedAt" FROM entry
    ON CONFLICT ("id") DO UPDATE SET "slug" = excluded."slug", "title" = excluded."title",
      "sortDate" = excluded."sortDate", "searchText" = excluded."searchText", "uniqueKey" = excluded."uniqueKey",
      "version" = excluded."version", "lastPublishedAt" = excluded."lastPublishedAt"`;
  await writeTyped(db, kind, id, kind === "dossier" ? { ...copy.values, slug } : copy.values);
  await writeCitations(db, id, (copy.values.citations ?? []) as Citation[]);
  if (kind === "dossier") await keepOldAddresses(db, publication, slug);
  return { recordId: id, kind, dossierId, action: "publish", slug };
}

async function writeCitations(db: Transaction, recordId: string, citations: Citation[]): Promise<void> {
  await db.citation.deleteMany({ where: { recordId } });
  if (citations.length === 0) return;
  await db.citation.createMany({
    data: citations.map((row, position) => ({
      ...{ recordId, position, id: row.id, sourceId: row.source },
      ...{ field: row.field, place: row.place, quotation: row.quotation },
    })),
  });
}

/**
 * The record's slug. Most kinds keep the one of their first publication for good; those whose values may stand
 * only once (a year of trade) are addressed by these values.
 */
async function slugFor(db: Transaction, { id, kind, dossierId, slug, copy }: Publication): Promise<string> {
  const definition = kindOf(kind);
  const wanted = definition.sluggedBy(copy.values);
  if (kind === "dossier") {
    const alias = await db.slugAlias.findFirst({ where: { slug: wanted, dossierId: { not: id } } });
    const other = await db.record.findFirst({ where: { kind, slug: wanted, id: { not: id } } });
    if (alias || other)
      throw new Refused({ ok: false, reason: "invalid", problems: [{ path: "slug", code: "unique.slug" }] });
    return wanted;
  }
  if (definition.uniqueBy) return wanted;
  if (slug !== null) return slug;
  const taken = await db.entry.findMany({
    where: { kind, dossierId, id: { not: id }, slug: { startsWith: wanted } },
    select: { slug: true },
  });
  const slugs = new Set(taken.map((entry) => entry.slug));
  let free = wanted;
  for (let number = 2; slugs.has(free); number += 1) free = `${wanted}-${number}`;
  return free;
}

/** The dossier's former slug and its pair in the other order lead to it. */
async function keepOldAddresses(
  db: Transaction,
  { id, slug: before, copy }: Publication,
  slug: string,
): Promise<void> {
  const { countryA, countryB } = copy.values as { countryA: string; countryB: string };
  const pairs = [
    [countryA, countryB],
    [countryB, countryA],
  ].map((pair) => slugify(pair.map((code) => countryName(code)).join(" ")));
  const aliases = [...pairs, ...(before ? [before] : [])].filter((alias) => alias !== slug);
  await db.slugAlias.deleteMany({ where: { slug, dossierId: id } });
  await db.slugAlias.createMany({
    data: [...new Set(aliases)].map((alias) => ({ slug: alias, dossierId: id })),
    skipDuplicates: true,
  });
}

/**
 * Takes a record's published rows away. Fails on a foreign key where published records refer to it. What it returns
 * has to be announced.
 */
export async function removeRecord(
  db: Transaction,
  { id, kind, dossierId }: { id: string; kind: KindKey; dossierId: string | null },
): Promise<Notice> {
  const { slug } = await db.record.delete({ where: { id }, select: { slug: true } });
  return { recordId: id, kind, dossierId, action: "unpublish", slug };
}
