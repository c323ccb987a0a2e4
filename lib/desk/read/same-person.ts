/** Records that name the same person on overlapping days, whether a person is chosen or only named, and however the name is written. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { kindOf } from "@/lib/domain/kinds/registry";
import { nameKey } from "@/lib/domain/name-key";
import { overlap, parsePartialDate } from "@/lib/domain/partial-date";
import { type Compared, otherRecords } from "./other-records";

/** By which fields a record says who it is about, and when. */
export interface SamePerson {
  /** A reference that stands beside a name. */
  person: string;
  days: readonly [string, string];
}

/** So many records of the days around are compared, the latest first. */
const mostCompared = 500;
/** How long before a day a record that began may still go on, or may have been dated no closer than to its decade. */
const yearsBefore = 10;

interface Found {
  id: string;
  title: string;
  name: string | null;
  personId: string | null;
  /** Of the person who is chosen. */
  called: string | null;
  names: unknown;
  first: string | null;
  last: string | null;
}

/**
 * The other records of these days that are about the same person as these values: the one who is chosen in both, or one who is
 * called the same by a name here and a name there, in whatever letters and spelling. What a person is called besides counts.
 */
export async function aboutSamePerson(
  actor: Actor,
  db: Transaction,
  record: Compared,
  { person, days: [first, last] }: SamePerson,
): Promise<{ id: string; title: string }[]> {
  demand(actor, "read");
  const { values } = record;
  const field = kindOf(record.kind).fields[person];
  const beside = field?.kind === "reference" ? field.beside : null;
  const own = [values[first], values[last]] as [string | undefined, string | undefined];
  const [from, to] = [parsedDay(own[0])?.earliest, parsedDay(own[1] ?? own[0])?.latest];
  if (!beside || from === undefined || to === undefined) return [];
  const chosen = typeof values[person] === "string" ? values[person] : null;
  const keys = keysOf([values[beside.name], ...(chosen ? await namesOf(db, chosen) : [])]);
  if (keys.size === 0) return [];
  const began = Prisma.sql`coalesce(e."sortDate", '0001-01-01'::date)`;
  const rows = await db.$queryRaw<Found[]>`
    SELECT e.*, p."title" AS "called", p."draft" -> 'names' AS "names" FROM (
      SELECT e."id", e."title", e."draft" ->> ${beside.name} AS "name", e."draft" ->> ${person} AS "personId",
        e."draft" ->> ${first} AS "first", e."draft" ->> ${last} AS "last"
      ${otherRecords(actor, record)} AND ${began} <= ${to ?? "9999-12-31"}::date
        AND ${began} >= ${from ?? "0001-01-01"}::date - make_interval(years => ${yearsBefore}::int)
      ORDER BY ${began} DESC, e."id" DESC LIMIT ${mostCompared}) e
    LEFT JOIN "Entry" p ON p."id" = e."personId"::uuid`;
  return rows
    .filter(
      (other) =>
        (chosen !== null && other.personId === chosen) ||
        [...keysOf([other.name, other.called, ...namesIn(other.names)])].some((key) => keys.has(key)),
    )
    .filter((other) => overlap(own, [other.first ?? undefined, other.last ?? undefined]))
    .map(({ id, title }) => ({ id, title }));
}

function parsedDay(date: string | undefined) {
  const read = date === undefined ? null : parsePartialDate(date);
  return read?.ok ? read.date : undefined;
}

const keysOf = (names: readonly unknown[]) =>
  new Set(names.map((name) => (typeof name === "string" ? nameKey(name) : "")).filter(Boolean));

/** What a person is called, by their working copy. */
async function namesOf(db: Transaction, id: string): Promise<string[]> {
  const [found] = await db.$queryRaw<{ title: string; names: unknown }[]>`
    SELECT "title", "draft" -> 'names' AS "names" FROM "Entry" WHERE "id" = ${id}::uuid AND "kind" = 'person'`;
  return found ? [found.title, ...namesIn(found.names)] : [];
}

/** The names in a person's rows of other names. */
export function namesIn(rows: unknown): string[] {
  const all = Array.isArray(rows) ? (rows as { name?: unknown }[]) : [];
  return all.flatMap(({ name }) => (typeof name === "string" ? [name] : []));
}
