/** The published rows of a record: written, and taken away. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import { childRow } from "@/lib/database/columns";
import { fileTableOf, kindsWithFiles } from "@/lib/database/file-tables";
import { Prisma } from "@/lib/database/generated/client";
import { writeTyped } from "@/lib/database/tables";
import type { Held } from "@/lib/domain/fields/field";
import { keptCopy } from "@/lib/domain/kept-copy";
import { citation } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { sidesOf } from "@/lib/domain/kinds/predecessor-rules";
import { endDay, listFacets } from "@/lib/domain/list-facets";
import { standingOf, touchedBy } from "@/lib/domain/touched-tags";
import type { Notice } from "./announce";
import { keepOldAddresses, type Publication } from "./slugs";

/** Writes a record's published rows as its entry now stands. What it returns has to be announced. */
export async function writeRecord(db: Transaction, publication: Publication, slug: string): Promise<Notice> {
  const { id, kind, dossierId, copy, changeNote } = publication;
  const [definition, sides] = [kindOf(kind), sidesOf(publication.context)];
  const [facets, endDate] = [listFacets(definition, copy.values, sides), endDay(definition, copy.values)];
  // What the statement reads is how things stood before it.
  const [before] = await db.$queryRaw<PublishedRow[]>`
    WITH written AS (
      INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "sortDate", "searchText", "uniqueKey", "version",
                            "firstPublishedAt", "lastPublishedAt", "lastVerifiedAt", "facets", "endDate", "changeNote")
      SELECT "id", "kind", "dossierId", "slug", "title", "sortDate", "searchText", "uniqueKey", "version",
             "firstPublishedAt", "lastPublishedAt", "lastVerifiedAt", ${facets}, ${endDate}::date, ${changeNote} FROM "Entry" WHERE "id" = ${id}::uuid
      ON CONFLICT ("id") DO UPDATE SET "slug" = excluded."slug", "title" = excluded."title",
        "sortDate" = excluded."sortDate", "searchText" = excluded."searchText", "uniqueKey" = excluded."uniqueKey",
        "version" = excluded."version", "lastPublishedAt" = excluded."lastPublishedAt",
        "facets" = excluded."facets", "endDate" = excluded."endDate", "changeNote" = excluded."changeNote"
    )${emptiedFiles(kind, id)} ${publishedRow(id)}`;
  const touched = touchedBy(
    { id, kind, dossierId },
    before ? standingOf(kind, before.slug, keptCopy(kind, before.values)) : null,
    standingOf(kind, slug, copy.values),
  );
  await writeTyped(db, kind, id, kind === "dossier" ? { ...copy.values, slug } : copy.values, !!before);
  if (before) await db.citation.deleteMany({ where: { recordId: id } });
  await writeCitations(db, id, (copy.values.citations ?? []) as Held[]);
  if (kind === "dossier") await keepOldAddresses(db, publication, slug);
  return { recordId: id, kind, dossierId, action: "publish", slug, touched };
}

/** Takes away which files the record had, for those that it has now. */
function emptiedFiles(kind: KindKey, id: string): Prisma.Sql {
  if (!kindsWithFiles.includes(kind)) return Prisma.empty;
  const { table, owner } = fileTableOf(kind);
  return Prisma.sql`, emptied AS (DELETE FROM ${table} WHERE ${owner} = ${id}::uuid)`;
}

/** A published record's address, and its values as they were published. */
interface PublishedRow {
  slug: string;
  values: Held;
}

/** Reads a published record's address, and its values as they were published. */
export function publishedRow(id: string): Prisma.Sql {
  return Prisma.sql`
    SELECT r."slug", coalesce(v."values", e."draft") AS "values" FROM "Record" r JOIN "Entry" e ON e."id" = r."id"
    LEFT JOIN "Revision" v ON v."entryId" = r."id" AND v."version" = r."version" WHERE r."id" = ${id}::uuid`;
}

async function writeCitations(db: Transaction, recordId: string, citations: Held[]): Promise<void> {
  if (citations.length === 0) return;
  const rows = citations.map((row, position) => ({ recordId, position, ...childRow(citation, row) }));
  // That the table has each of the citation's columns, `lib/database/tables` has the compiler check.
  await db.citation.createMany({ data: rows as Prisma.CitationCreateManyInput[] });
}

/**
 * Takes a record's published rows away. Fails on a foreign key where published records refer to it. What it returns
 * has to be announced.
 */
export async function removeRecord(
  db: Transaction,
  { id, kind, dossierId }: { id: string; kind: KindKey; dossierId: string | null },
): Promise<Notice> {
  const [before] = await db.$queryRaw<PublishedRow[]>`
    WITH removed AS (DELETE FROM "Record" WHERE "id" = ${id}::uuid) ${publishedRow(id)}`;
  if (!before) throw new Error(`record ${id} is not published`);
  const { slug, values } = before;
  const touched = touchedBy({ id, kind, dossierId }, standingOf(kind, slug, keptCopy(kind, values)), null);
  return { recordId: id, kind, dossierId, action: "unpublish", slug, touched };
}
