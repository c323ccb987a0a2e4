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
/** Names have no more words, whatever offices stand before them. */
const mostWords = 12;
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
  /** The places of those whose days are near its own. */
  nearTo: number[];
}

/** A record with all that it is compared by. */
interface Sought {
  record: Compared;
  /** From where to where it may go on, as ISO days. */
  span: { from: string; to: string };
  days: [string | undefined, string | undefined];
  /** The id of the person who is chosen. */
  chosen: string | null;
  keys: Keys;
}

/** By which names are compared: as a whole, and without the words before, as of an office: "Minister Ana Pérez". */
interface Keys {
  whole: ReadonlySet<string>;
  ends: ReadonlySet<string>;
}

type Named = Pick<Found, "id" | "title">;

/**
 * For each record of one kind the others of its days that are about the same person: the one who is chosen in both, or one who is
 * called the same by a name here and a name there, in whatever letters and spelling, with or without an office before it. What a person is called besides counts.
 * One statement for each dossier, and one for the people who are chosen.
 */
export async function aboutSamePerson(
  actor: Actor,
  db: Transaction,
  records: readonly Compared[],
  by: SamePerson,
): Promise<Map<Compared, Named[]>> {
  demand(actor, "read");
  const field = records[0] && kindOf(records[0].kind).fields[by.person];
  const beside = field?.kind === "reference" ? field.beside : null;
  const all = beside ? await soughtFor(db, records, by, beside.name) : [];
  const found = new Map<Compared, Named[]>();
  for (const dossierId of new Set(all.map(({ record }) => record.dossierId))) {
    const sought = all.filter(({ record }) => record.dossierId === dossierId);
    const others = await othersAround(actor, db, sought, { ...by, name: beside!.name });
    const keys = others.map(({ name, called, names }) => keysOf([name, called, ...namesIn(names)]));
    sought.forEach((one, place) => {
      const near = others.filter(
        (other, index) => other.nearTo.includes(place) && isSame(one, other, keys[index]!),
      );
      found.set(
        one.record,
        near.map(({ id, title }) => ({ id, title })),
      );
    });
  }
  return found;
}

/** The records that name someone on days that are known. */
async function soughtFor(
  db: Transaction,
  records: readonly Compared[],
  { person, days: [first, last] }: SamePerson,
  name: string,
): Promise<Sought[]> {
  const chosenIn = ({ values }: Compared) => (typeof values[person] === "string" ? values[person] : null);
  const named = await namesOf(db, [...new Set(records.map(chosenIn).filter((id) => id !== null))]);
  return records.flatMap((record) => {
    const { values } = record;
    const days = [values[first], values[last]] as Sought["days"];
    const [from, to] = [parsedDay(days[0])?.earliest, parsedDay(days[1] ?? days[0])?.latest];
    if (from === undefined || to === undefined) return [];
    const chosen = chosenIn(record);
    const keys = keysOf([values[name], ...(chosen ? (named.get(chosen) ?? []) : [])]);
    const span = { from: from ?? firstDay, to: to ?? lastDay };
    return keys.whole.size === 0 ? [] : [{ record, span, days, chosen, keys }];
  });
}

const [firstDay, lastDay] = ["0001-01-01", "9999-12-31"];

/** The records of a dossier with which any of these is to be compared, each once. */
function othersAround(
  actor: Actor,
  db: Transaction,
  sought: readonly Sought[],
  { person, days: [first, last], name }: SamePerson & { name: string },
): Promise<Found[]> {
  const began = Prisma.sql`coalesce(e."sortDate", '0001-01-01'::date)`;
  const around = sought.map(({ record: { id }, span }, place) => ({ id, place, ...span }));
  return db.$queryRaw<Found[]>`
    SELECT e.*, p."title" AS "called", p."draft" -> 'names' AS "names" FROM (
      SELECT near.*, array_agg(own."place") AS "nearTo"
      FROM jsonb_to_recordset(${JSON.stringify(around)}::jsonb) AS own("id" uuid, "place" int, "from" date, "to" date)
      CROSS JOIN LATERAL (
        SELECT e."id", e."title", e."draft" ->> ${name} AS "name", e."draft" ->> ${person} AS "personId",
          e."draft" ->> ${first} AS "first", e."draft" ->> ${last} AS "last", ${began} AS "began"
        ${otherRecords(actor, sought[0]!.record, Prisma.sql`own."id"`)} AND ${began} <= own."to"
          AND ${began} >= own."from" - make_interval(years => ${yearsBefore}::int)
        ORDER BY ${began} DESC, e."id" DESC LIMIT ${mostCompared}) near
      GROUP BY near."id", near."title", near."name", near."personId", near."first", near."last", near."began") e
    LEFT JOIN "Entry" p ON p."id" = e."personId"::uuid
    ORDER BY e."began" DESC, e."id" DESC`;
}

/** Whether a record and another, which has these keys, are about the same person on some day. */
function isSame({ days, chosen, keys }: Sought, other: Found, keysOfOther: Keys): boolean {
  const isChosen = chosen !== null && other.personId === chosen;
  if (!isChosen && !areCalledAlike(keys, keysOfOther)) return false;
  return overlap(days, [other.first ?? undefined, other.last ?? undefined]);
}

function parsedDay(date: string | undefined) {
  const read = date === undefined ? null : parsePartialDate(date);
  return read?.ok ? read.date : undefined;
}

function keysOf(names: readonly unknown[]): Keys {
  const texts = names.filter((name) => typeof name === "string");
  const keys = (some: readonly string[]) => new Set(some.map(nameKey).filter(Boolean));
  return { whole: keys(texts), ends: keys(texts.flatMap(endsOf)) };
}

/** What is left of a name without its first word, its first two, and so on, down to two words; of a very long one nothing. */
function endsOf(name: string): string[] {
  const words = name.trim().split(/\s+/);
  if (words.length > mostWords) return [];
  return words.slice(0, -2).map((_, at) => words.slice(at + 1).join(" "));
}

/** Whether one of two people is called as the other is, or by the end of what the other is called. */
function areCalledAlike(one: Keys, other: Keys): boolean {
  const has = (keys: ReadonlySet<string>, among: ReadonlySet<string>) =>
    [...keys].some((key) => among.has(key));
  return has(one.whole, other.whole) || has(one.whole, other.ends) || has(one.ends, other.whole);
}

/** What people are called, by their working copies. */
async function namesOf(db: Transaction, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const found = await db.$queryRaw<{ id: string; title: string; names: unknown }[]>`
    SELECT "id", "title", "draft" -> 'names' AS "names" FROM "Entry" WHERE "id" = ANY(${ids}::uuid[]) AND "kind" = 'person'`;
  return new Map(found.map(({ id, title, names }) => [id, [title, ...namesIn(names)]]));
}

/** The names in a person's rows of other names. */
export function namesIn(rows: unknown): string[] {
  const all = Array.isArray(rows) ? (rows as { name?: unknown }[]) : [];
  return all.flatMap(({ name }) => (typeof name === "string" ? [name] : []));
}
