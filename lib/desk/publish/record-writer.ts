/** The published rows of a record: written, and taken away. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import { childRow } from "@/lib/database/columns";
import { fileTableOf, kindsWithFiles } from "@/lib/database/file-tables";
import { Prisma } from "@/lib/database/generated/client";
import { insertRows } from "@/lib/database/insert-rows";
import { writeTyped } from "@/lib/database/tables";
import type { Held } from "@/lib/domain/fields/field";
import { keptCopy } from "@/lib/domain/kept-copy";
import { citation } from "@/lib/domain/kinds/define-kind";
import { kindOf } from "@/lib/domain/kinds/registry";
import { sidesOf } from "@/lib/domain/kinds/predecessor-rules";
import { endDay, listFacets } from "@/lib/domain/list-facets";
import { todaysDay } from "@/lib/domain/today";
import { standingOf, touchedBy } from "@/lib/domain/touched-tags";
import type { Notice } from "./announce";
import { keepOldAddresses, type Publication } from "./slugs";

/** A publication with the slug that it gets. */
export type Placed = Publication & { newSlug: string };

/** Writes records' published rows as their entries now stand. What it returns, in their order, has to be announced. */
export async function writeRecords(db: Transaction, publications: readonly Placed[]): Promise<Notice[]> {
  const standing = await writeRows(db, publications);
  const before = new Map(standing.map((row) => [row.id, row]));
  await writeTyped(
    db,
    publications.map(({ id, kind, copy, newSlug }) => ({
      ...{ id, kind, stands: before.has(id) },
      stated: kind === "dossier" ? { ...copy.values, slug: newSlug } : copy.values,
    })),
  );
  if (standing.length > 0)
    await db.citation.deleteMany({ where: { recordId: { in: standing.map(({ id }) => id) } } });
  await writeCitations(db, publications);
  for (const one of publications) if (one.kind === "dossier") await keepOldAddresses(db, one, one.newSlug);
  return publications.map(({ id, kind, dossierId, copy, newSlug }) => {
    const stood = before.get(id);
    const touched = touchedBy(
      { id, kind, dossierId },
      stood ? standingOf(kind, stood.slug, keptCopy(kind, stood.values)) : null,
      standingOf(kind, newSlug, copy.values),
    );
    return { recordId: id, kind, dossierId, action: "publish", slug: newSlug, touched };
  });
}

/** Writes the rows of "Record"; returns those that stood already, as they stood before. */
function writeRows(db: Transaction, publications: readonly Placed[]): Promise<PublishedRow[]> {
  const ids = publications.map(({ id }) => id);
  const today = todaysDay();
  const told = publications.map(({ id, kind, copy: { values }, context, changeNote }) => {
    const definition = kindOf(kind);
    return {
      ...{ id, changeNote, facets: listFacets(definition, values, sidesOf(context), today) },
      endDate: endDay(definition, values),
      turnsOn: definition.turnsOn(definition.completed(values), today),
    };
  });
  // What the statement reads is how things stood before it.
  return db.$queryRaw<PublishedRow[]>`
    WITH told AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        AS t("id" uuid, "facets" text[], "endDate" date, "turnsOn" date, "changeNote" text)
    ), written AS (
      INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "sortDate", "searchText", "uniqueKey", "version",
                            "firstPublishedAt", "lastPublishedAt", "lastVerifiedAt", "facets", "endDate", "turnsOn", "changeNote")
      SELECT e."id", e."kind", e."dossierId", e."slug", e."title", e."sortDate", e."searchText", e."uniqueKey", e."version",
             e."firstPublishedAt", e."lastPublishedAt", e."lastVerifiedAt", told."facets", told."endDate", told."turnsOn", told."changeNote"
      FROM told JOIN "Entry" e ON e."id" = told."id"
      ON CONFLICT ("id") DO UPDATE SET "slug" = excluded."slug", "title" = excluded."title",
        "sortDate" = excluded."sortDate", "searchText" = excluded."searchText", "uniqueKey" = excluded."uniqueKey",
        "version" = excluded."version", "lastPublishedAt" = excluded."lastPublishedAt",
        "facets" = excluded."facets", "endDate" = excluded."endDate", "turnsOn" = excluded."turnsOn",
        "changeNote" = excluded."changeNote"
    )${emptiedFiles(publications)} ${publishedRows(ids)}`;
}

/** Takes away which files the records had, for those that they have now. */
function emptiedFiles(publications: readonly Placed[]): Prisma.Sql {
  const parts = kindsWithFiles.flatMap((kind) => {
    const ids = publications.filter((one) => one.kind === kind).map(({ id }) => id);
    if (ids.length === 0) return [];
    const { table, owner } = fileTableOf(kind);
    const name = Prisma.raw(`"emptied_${kind}"`);
    return [Prisma.sql`, ${name} AS (DELETE FROM ${table} WHERE ${owner} = ANY(${ids}::uuid[]))`];
  });
  return parts.length === 0 ? Prisma.empty : Prisma.join(parts, " ");
}

/** A published record's address, and its values as they were published. */
interface PublishedRow {
  id: string;
  slug: string;
  values: Held;
}

/** Reads published records' addresses, and their values as they were published. */
export function publishedRows(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT r."id", r."slug", coalesce(v."values", e."draft") AS "values" FROM "Record" r JOIN "Entry" e ON e."id" = r."id"
    LEFT JOIN "Revision" v ON v."entryId" = r."id" AND v."version" = r."version" WHERE r."id" = ANY(${ids}::uuid[])`;
}

async function writeCitations(db: Transaction, publications: readonly Placed[]): Promise<void> {
  const rows = publications.flatMap(({ id: recordId, copy }) =>
    ((copy.values.citations ?? []) as Held[]).map((row, position) => ({
      ...{ recordId, position },
      ...childRow(citation, row),
    })),
  );
  // That the table has each of the citation's columns, `lib/database/tables` has the compiler check.
  await insertRows(db, "Citation", rows);
}

/** A record about to be taken down. */
export type Removal = Pick<Publication, "id" | "kind" | "dossierId">;

/**
 * Takes records' published rows away. Fails on a foreign key where other published records refer to one. What it returns, in their
 * order, has to be announced.
 */
export async function removeRecords(db: Transaction, removals: readonly Removal[]): Promise<Notice[]> {
  const ids = removals.map(({ id }) => id);
  const rows = await db.$queryRaw<PublishedRow[]>`
    WITH removed AS (DELETE FROM "Record" WHERE "id" = ANY(${ids}::uuid[])) ${publishedRows(ids)}`;
  const before = new Map(rows.map((row) => [row.id, row]));
  return removals.map(({ id, kind, dossierId }) => {
    const stood = before.get(id);
    if (!stood) throw new Error(`record ${id} is not published`);
    const touched = touchedBy(
      { id, kind, dossierId },
      standingOf(kind, stood.slug, keptCopy(kind, stood.values)),
      null,
    );
    return { recordId: id, kind, dossierId, action: "unpublish", slug: stood.slug, touched };
  });
}
