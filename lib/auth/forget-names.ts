/**
 * Takes the names of those who were removed from wherever they stand, versions apart: a bounded number of rows at a time, each
 * committed by itself, as one person may have made more than one transaction can hold.
 */
import "server-only";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { formerEditor, lastRemoved } from "./forget-author";

/** Where names stand beside the id of their account: table, id, name. Versions and the audit log are another matter. */
export const namesById = [
  ["Entry", "createdById", "createdByName"],
  ["Entry", "updatedById", "updatedByName"],
  ["ScheduledMove", "madeById", "madeByName"],
  ["ChangeSet", "madeById", "madeByName"],
  ["ReviewSetting", "setById", "setByName"],
  ["RetentionRule", "setById", "setByName"],
  ["Review", "madeById", "madeByName"],
  ["Review", "settledById", "settledByName"],
  ["Comment", "madeById", "madeByName"],
  ["RecordTemplate", "madeById", "madeByName"],
  ["SavedView", "ownerId", "ownerName"],
  ["CalendarLink", "madeById", "madeByName"],
  ["Invitation", "madeById", "madeByName"],
  ["SecondStepReset", "madeById", "madeByName"],
  ["Presence", "byId", "byName"],
] as const;

/** Where names stand alone: there they are known by what they say, unless another account is called the same. */
export const namesAlone = [
  ["Comment", "resolvedByName"],
  ["DeskNotice", "byName"],
  ["Entry", "addressCheckedByName"],
  ["File", "addedByName"],
  ["ErrorReport", "answeredByName"],
  ["ErrorReport", "settledByName"],
] as const;

/** At most so many rows lose a name with one statement. */
const atOnce = 1000;
/** So many of a table's blocks, of 8 kB each, are looked through by one statement: it takes milliseconds, however large the table is. */
const piece = 512;
/** For so long after a removal what is left of it is looked for, in days: it takes hours. */
const lookedFor = 30;

/** Persons whose accounts are gone: by their ids, and by what they were called. */
interface Removed {
  ids: readonly string[];
  names: readonly string[];
}

/** Puts "Former editor" where the persons' names stand, until none is left or `isOver`. What was done stays done. */
export async function forgetNames(
  { ids, names }: Removed,
  isOver: () => boolean,
  most = atOnce,
): Promise<void> {
  const called = { name: { in: [...names] } };
  const others = await database().user.findMany({ where: called, select: { name: true } });
  const free = names.filter((name) => !others.some((other) => other.name === name));
  const places: Place[] = [
    ...namesById.map(([table, id, name]) => ({ table, name, whose: sql`${raw(id)} = ANY(${ids}::uuid[])` })),
    ...namesAlone.map(([table, name]) => ({ table, name, whose: sql`${raw(name)} = ANY(${free}::text[])` })),
  ];
  // All columns of a table at once: to write a row anew costs the same for one as for three.
  for (const table of new Set(places.map((place) => place.table)))
    await inBatches(
      table,
      places.filter((place) => place.table === table),
      isOver,
      most,
    );
}

/** A column with names, and the condition by which a row's is one of theirs. */
interface Place {
  table: string;
  name: string;
  whose: Prisma.Sql;
}

const { sql, join } = Prisma;
/** Names of tables and columns, all of the lists above. */
const raw = (name: string) => Prisma.raw(`"${name}"`);

async function inBatches(
  tableName: string,
  places: readonly Place[],
  isOver: () => boolean,
  most: number,
): Promise<void> {
  const table = raw(tableName);
  const stands = join(
    places.map(({ name, whose }) => sql`(${whose} AND ${raw(name)} <> ${formerEditor})`),
    " OR ",
  );
  const sets = join(
    places.map(
      ({ name, whose }) => sql`${raw(name)} = CASE WHEN ${whose} THEN ${formerEditor} ELSE ${raw(name)} END`,
    ),
  );
  // Piece by piece, by where rows lie: hardly any table has an index by name, and what is written anew comes to lie behind.
  const [{ blocks } = { blocks: 0 }] = await database().$queryRaw<{ blocks: number }[]>`
    SELECT (pg_relation_size(${`"${tableName}"`}::regclass) / current_setting('block_size')::bigint)::int AS "blocks"`;
  for (let first = 0; first < blocks; first += piece) {
    const [from, to] = [`(${first},0)`, `(${first + piece},0)`];
    while (!isOver()) {
      const done = await database().$executeRaw`
        UPDATE ${table} SET ${sets} WHERE ctid = ANY(ARRAY(
          SELECT ctid FROM ${table} WHERE ctid >= ${from}::tid AND ctid < ${to}::tid AND (${stands}) LIMIT ${most}::int))`;
      // One that was written by someone else at that moment lies elsewhere now, and is found by the next round.
      if (done < most) break;
    }
    if (isOver()) return;
  }
}

/** Goes on with the persons who were removed lately, and whose names still stand somewhere. */
export async function forgetNamesLeft(isOver: () => boolean): Promise<void> {
  const ids = await lastRemoved(lookedFor);
  if (ids.length === 0) return;
  // What they were called the audit log knows: who did nothing that it tells of stands nowhere by name alone.
  const called = await database().$queryRaw<{ name: string }[]>`
    SELECT DISTINCT last."byName" AS "name" FROM unnest(${ids}::uuid[]) removed("id")
    CROSS JOIN LATERAL (
      SELECT a."byName" FROM "AuditEvent" a WHERE a."byId" = removed."id"
      ORDER BY a."at" DESC, a."seq" DESC LIMIT 1) last`;
  await forgetNames({ ids, names: called.map(({ name }) => name) }, isOver);
}
