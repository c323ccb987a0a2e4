/** What one works on in a dossier: what it holds, what waits, what lacks a source, what changed, and where it has gaps. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { EntryState } from "../outcome";
import type { Change } from "./dashboard";
import { entriesWhere, type EntryRow } from "./entry-row";
import { actsRead, latestOfEach } from "./latest-of-each";
import { within } from "../limits";
import { publicStates, verifiedKey, waitingStates } from "./list";

export interface DossierHome {
  counts: { kind: KindKey; state: EntryState; count: number }[];
  /** Drafts and changes: those that the actor saved last, and those of others. */
  mine: EntryRow[];
  others: EntryRow[];
  unsourced: EntryRow[];
  /** Those that were not verified for longest. */
  unverified: EntryRow[];
  /** What others have done since then. */
  changes: Change[];
  /** Years without trade between the first and the last that are recorded. */
  yearsWithoutTrade: number[];
}

/** More records than that are not counted, nor more years looked through. */
const limits = { counted: 20_000, years: 2000, changes: 15 };

/** The working home of a dossier; `since`: the instant after which changes by others are told. */
export async function dossierHome(
  actor: Actor,
  dossierId: string,
  since: string | null,
): Promise<DossierHome> {
  demand(actor, "read");
  const inIt = Prisma.sql`e."dossierId" = ${dossierId}::uuid AND ${within(actor)}`;
  const own = Prisma.sql`e."updatedById" IS NOT DISTINCT FROM ${actor.id}::uuid`;
  const isWaiting = Prisma.sql`${inIt} AND e."state" IN (${waitingStates})`;
  const [counts, mine, others, unsourced, unverified, changes, years] = await Promise.all([
    countsIn(inIt),
    entriesWhere(Prisma.sql`${isWaiting} AND ${own}`),
    entriesWhere(Prisma.sql`${isWaiting} AND NOT (${own})`),
    entriesWhere(Prisma.sql`${inIt} AND e."state" <> 'trashed' AND e."facets" @> '{"sourced": false}'`),
    entriesWhere(Prisma.sql`${inIt} AND e."state" IN (${publicStates})`, Prisma.sql`${verifiedKey}, e."id"`),
    changesIn(actor, dossierId, since),
    tradeYearsIn(inIt),
  ]);
  return { counts, mine, others, unsourced, unverified, changes, yearsWithoutTrade: gapsIn(years) };
}

function countsIn(inIt: Prisma.Sql): Promise<DossierHome["counts"]> {
  return database().$queryRaw`
    SELECT "kind", "state", count(*)::int AS "count" FROM (
      SELECT e."kind", e."state" FROM "Entry" e WHERE ${inIt} LIMIT ${limits.counted}) e
    GROUP BY 1, 2`;
}

async function changesIn(actor: Actor, dossierId: string, since: string | null): Promise<Change[]> {
  const after = since === null ? Prisma.empty : Prisma.sql`AND a."at" > ${since}::timestamptz`;
  const rows = await database().$queryRaw<(Omit<Change, "at"> & { at: Date })[]>`
    SELECT a."at", a."byName", a."action", a."entryId", e."kind", e."title"
    FROM (SELECT e."id", e."kind", e."title" FROM "Entry" e WHERE (e."dossierId" = ${dossierId}::uuid OR e."id" = ${dossierId}::uuid) AND ${within(actor)}
          ORDER BY e."updatedAt" DESC LIMIT 200) e
    CROSS JOIN LATERAL (
      SELECT * FROM "AuditEvent" a
      WHERE a."entryId" = e."id" AND a."action" <> 'prune' AND a."byId" IS DISTINCT FROM ${actor.id}::uuid ${after}
      ORDER BY a."at" DESC LIMIT ${limits.changes}) a
    ORDER BY a."at" DESC LIMIT ${actsRead(limits.changes)}`;
  return latestOfEach(
    rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    limits.changes,
  );
}

async function tradeYearsIn(inIt: Prisma.Sql): Promise<number[]> {
  const rows = await database().$queryRaw<{ year: number }[]>`
    SELECT DISTINCT (e."facets"->>'year')::int AS "year" FROM "Entry" e
    WHERE ${inIt} AND e."kind" = 'tradeYear' AND e."state" <> 'trashed' AND e."facets" ? 'year'
    ORDER BY 1 LIMIT ${limits.years}`;
  return rows.map(({ year }) => year);
}

/** The years between the first and the last that are not among them. */
export function gapsIn(years: readonly number[]): number[] {
  const known = new Set(years);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (years.length === 0) return [];
  return Array.from({ length: last - first }, (_, at) => first + at).filter((year) => !known.has(year));
}
