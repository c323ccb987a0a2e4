/**
 * Published records of which lists and pages tell something else from a day on, as of an agreement that enters into force: on
 * that day their facets are written anew, and so are the pages that show them.
 */
import "server-only";
import { database, type Transaction } from "@/lib/database/client";
import type { Held } from "@/lib/domain/fields/field";
import { keptCopy } from "@/lib/domain/kept-copy";
import { type DossierKindKey, kindKeyOf, kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import { listFacets } from "@/lib/domain/list-facets";
import { sidesIn } from "@/lib/domain/sides";
import { todaysDay } from "@/lib/domain/today";
import { turnedTags } from "@/lib/domain/touched-tags";
import { announceTags } from "../publish/announce";

/** So many are written anew in one transaction, which holds their rows for as long. */
const atOnce = 100;
/** The day of what is to be looked at for the first time: before all others. */
const never = "0001-01-01";
/** The kinds whose records name such days. They all belong to dossiers. */
const turningKinds = kindKeys.filter((kind) => kindOf(kind).isTurning);

/** Whether the day has come on which a record turns. */
export async function hasTurned(today: string): Promise<boolean> {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT FROM "Record" WHERE "turnsOn" <= ${today}::date LIMIT 1`;
  return rows.length > 0;
}

/** Has these records, where they are published and of a kind that turns, looked at for when they do. */
export async function lookAnew(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Record" SET "turnsOn" = ${never}::date WHERE "id" = ANY(${ids}::uuid[]) AND "kind" = ANY(${turningKinds}::text[])`;
}

interface Row {
  id: string;
  kind: string;
  dossierId: string;
  slug: string;
  sortDate: string | null;
  facets: string[];
  turnsOn: string;
  values: Held;
  dossier: Held;
}

/** Writes records anew that have turned by now, some of them where they are many; returns how many those were. */
export async function writeTurned(now = new Date()): Promise<number> {
  const today = todaysDay(now);
  return database().$transaction(async (tx) => {
    const rows = await turned(tx, today);
    const written = rows.map((row) => ({ id: row.id, ...toldFrom(row, today) }));
    await tx.$executeRaw`
      UPDATE "Record" r SET "facets" = one."facets", "turnsOn" = one."turnsOn"
      FROM jsonb_to_recordset(${JSON.stringify(written)}::jsonb) AS one("id" uuid, "facets" text[], "turnsOn" date)
      WHERE r."id" = one."id"`;
    for (const [index, row] of rows.entries()) {
      const isAsItWas = String(row.facets) === String(written[index]?.facets);
      // Looked at for the first time, most of them are told as they are already.
      if (row.turnsOn === never && isAsItWas) continue;
      const kind = kindKeyOf(row.kind) as DossierKindKey;
      const { id: recordId, dossierId, slug, sortDate } = row;
      await announceTags(
        tx,
        { recordId, kind, dossierId, slug },
        turnedTags({ id: recordId, kind, dossierId }, sortDate),
      );
    }
    return rows.length;
  });
}

/** A record's facets from today on, and the day on which it turns next. */
function toldFrom({ kind, values: kept, facets, dossier }: Row, today: string) {
  const definition = kindOf(kindKeyOf(kind));
  try {
    const values = keptCopy(kind, kept);
    return {
      facets: listFacets(definition, values, sidesIn(dossier), today),
      turnsOn: definition.turnsOn(definition.completed(values), today),
    };
  } catch {
    // What today's definitions cannot read, as a backup of long ago may hold, is told as it was: it must not hold up the others.
    return { facets, turnsOn: null };
  }
}

/** The next of them, without those that another server is about to write. */
function turned(tx: Transaction, today: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT r."id", r."kind", r."dossierId", r."slug", r."sortDate"::text, r."facets", r."turnsOn"::text,
      coalesce(v."values", e."draft") AS "values", d."draft" AS "dossier"
    FROM "Record" r JOIN "Entry" e ON e."id" = r."id" JOIN "Entry" d ON d."id" = r."dossierId"
    LEFT JOIN "Revision" v ON v."entryId" = r."id" AND v."version" = r."version"
    WHERE r."turnsOn" <= ${today}::date ORDER BY r."turnsOn", r."id" LIMIT ${atOnce} FOR UPDATE OF r SKIP LOCKED`;
}
