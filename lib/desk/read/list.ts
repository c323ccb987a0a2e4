/** The desk's lists: filtered, sorted and paged by key, so that the last page comes as fast as the first. */
import "server-only";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { entryStates, isPublic, isWaiting } from "@/lib/domain/lifecycle";
import { within } from "../limits";
import type { EntryState } from "../outcome";
import { asEntryRow, entryColumns, type EntryRow, type FoundEntry, titleOf } from "./entry-row";
import { holdsWord, wordsIn } from "./holds-word";
import { type Cursor, type ListSort, longestKey, readCursor, writeCursor } from "./list-cursor";

export interface ListQuery {
  /** Searched for in everything the record says, without regard to accents and case. */
  q?: string;
  dossierId?: string;
  /**
   * All but the trash where it is not said, of those sorted by their verification all that readers see; `waiting` is all
   * that readers do not see yet: drafts and changes.
   */
  state?: EntryState | "waiting";
  facets?: Record<string, string | number | boolean>;
  /** Only what was changed after that ISO instant, last by another than the person of that id (null: the operator). */
  changedSince?: { at: string; notBy: string | null };
  sort: ListSort;
  direction: "asc" | "desc";
  /** As an earlier answer gave it. One that cannot be read begins at the first page. */
  cursor?: string;
  from?: "start" | "end";
}

export interface EntryPage {
  rows: EntryRow[];
  next: string | null;
  previous: string | null;
}

export const pageSize = 50;

/** States in SQL: constants, as only with these the planner knows an index of records in them to serve. */
const statesThat = (are: (state: EntryState) => boolean) =>
  Prisma.raw(
    entryStates
      .filter(are)
      .map((state) => `'${state}'`)
      .join(", "),
  );
/** The states of waiting records, and of those that readers see. */
export const waitingStates = statesThat(isWaiting);
export const publicStates = statesThat(isPublic);

/** A state as a condition on entries, constant for the same reason. */
const stateIs = Object.fromEntries(
  entryStates.map((state) => [state, Prisma.raw(`e."state" = '${state}'`)]),
) as Record<EntryState, Prisma.Sql>;

/** When an entry was last verified, for sorting: those that never were before all others. */
export const verifiedKey = Prisma.raw(`coalesce(e."lastVerifiedAt", '0001-01-01 00:00:00+00'::timestamptz)`);

// What lists are sorted by, each with its own index on ("kind", key, "id").
const keys = {
  updated: { column: Prisma.raw(`e."updatedAt"`), type: Prisma.raw("timestamptz") },
  newest: { column: Prisma.raw(`coalesce(e."sortDate", '0001-01-01'::date)`), type: Prisma.raw("date") },
  title: { column: Prisma.raw(`e."title"`), type: Prisma.raw("text") },
  verified: { column: verifiedKey, type: Prisma.raw("timestamptz") },
} as const;

/** One page of a kind's entries. */
export async function listEntries(actor: Actor, kind: KindKey, query: ListQuery): Promise<EntryPage> {
  demand(actor, "read");
  const cursor = readCursor(query.cursor, kind, query.sort);
  const backwards = cursor ? cursor.towards === "previous" : query.from === "end";
  const { column, type } = keys[query.sort];
  const descends = (query.direction === "desc") !== backwards;
  const order = descends ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = cursor
    ? Prisma.sql`AND (${column}, e."id") ${descends ? Prisma.sql`<` : Prisma.sql`>`} (${keyOf(cursor, type)}, ${cursor.id}::uuid)`
    : Prisma.empty;

  const found = await database().$queryRaw<(FoundEntry & { key: string })[]>`
    SELECT p.*, ${titleOf(Prisma.sql`p."dossierId"`)} AS "dossierTitle" FROM (
      SELECT ${entryColumns}, ${column}::text AS "key", row_number() OVER (ORDER BY ${column} ${order}, e."id" ${order}) AS "place"
      FROM "Entry" e WHERE e."kind" = ${kind} ${filters(actor, kind, query)} ${beyond}
      ORDER BY ${column} ${order}, e."id" ${order} LIMIT ${pageSize + 1}
    ) p ORDER BY p."place"`;

  const more = found.length > pageSize;
  const shown = found.slice(0, pageSize);
  if (backwards) shown.reverse();
  const [first, last] = [shown[0], shown[shown.length - 1]];
  const cursorAt = ({ key, id }: { key: string; id: string }, towards: Cursor["towards"]) =>
    writeCursor({ kind, sort: query.sort, key: key.length > longestKey ? null : key, id, towards });
  return {
    rows: shown.map(asEntryRow),
    next: last && (backwards ? cursor !== null : more) ? cursorAt(last, "next") : null,
    previous: first && (backwards ? more : cursor !== null) ? cursorAt(first, "previous") : null,
  };
}

/** All that a query finds for an actor, those saved last first whatever its order, as a statement that gives "state". */
export function found(actor: Actor, kind: KindKey, query: ListQuery): Prisma.Sql {
  // In an order that has indexes: for the first of many in none, the planner would read the table as it lies.
  return Prisma.sql`
    SELECT e."state" FROM "Entry" e WHERE e."kind" = ${kind} ${filters(actor, kind, query)}
    ORDER BY e."updatedAt" DESC, e."id" DESC`;
}

/** The states of which a query may find records. */
export function statesOf({ state, sort }: Pick<ListQuery, "state" | "sort">): EntryState[] {
  if (state === "waiting") return entryStates.filter(isWaiting);
  if (state) return [state];
  return entryStates.filter((one) => (sort === "verified" ? isPublic(one) : one !== "trashed"));
}

/** All that a query finds for an actor, in its order, as a statement that gives "id" and "version". */
export function listed(actor: Actor, kind: KindKey, query: ListQuery): Prisma.Sql {
  const { column } = keys[query.sort];
  const order = query.direction === "desc" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`
    SELECT e."id", e."version" FROM "Entry" e WHERE e."kind" = ${kind} ${filters(actor, kind, query)}
    ORDER BY ${column} ${order}, e."id" ${order}`;
}

function keyOf({ key, id }: Cursor, type: Prisma.Sql): Prisma.Sql {
  return key === null
    ? Prisma.sql`(SELECT "title" FROM "Entry" WHERE "id" = ${id}::uuid)`
    : Prisma.sql`${key}::${type}`;
}

function filters(actor: Actor, kind: KindKey, query: ListQuery): Prisma.Sql {
  const { q, dossierId, state, facets, changedSince, sort } = query;
  const parts: Prisma.Sql[] = [inState(state, sort), within(actor, "e", kind)];
  if (dossierId && z.uuid().safeParse(dossierId).success)
    parts.push(Prisma.sql`e."dossierId" = ${dossierId}::uuid`);
  if (changedSince)
    parts.push(
      Prisma.sql`e."updatedAt" > ${changedSince.at}::timestamptz AND e."updatedById" IS DISTINCT FROM ${changedSince.notBy}::uuid`,
    );
  parts.push(...wordsIn(q ?? "").map(holdsWord));
  const wanted = Object.entries(facets ?? {}).map(([key, value]) => `${kind}.${key}=${value}`);
  if (wanted.length > 0) parts.push(Prisma.sql`e."filters" @> ${wanted}::text[]`);
  return Prisma.sql`AND ${Prisma.join(parts, " AND ")}`;
}

function inState(state: ListQuery["state"], sort: ListSort): Prisma.Sql {
  if (state === "waiting") return Prisma.sql`e."state" IN (${waitingStates})`;
  if (!state && sort === "verified") return Prisma.sql`e."state" IN (${publicStates})`;
  return state ? stateIs[state] : Prisma.sql`e."state" <> 'trashed'`;
}
