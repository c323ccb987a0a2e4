/** What an editor wants to know on arriving: what waits, what changed, what lacks a source. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { RecordAction } from "@/lib/domain/lifecycle";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import {
  asEntryRow,
  dossierTitle,
  entriesWhere,
  entryColumns,
  type EntryRow,
  type FoundEntry,
} from "./entry-row";
import { actsRead, latestOfEach } from "./latest-of-each";
import { inLimits, sharedKindsSql, within } from "../limits";
import { publicStates, verifiedKey, waitingStates } from "./list";
import type { EntryState } from "../outcome";

/** Of an actor's own dossiers no more records are counted, nor more acts looked through for the latest of them. */
const [mostCounted, mostActs] = [50_000, 2000];
const mostChanges = 15;

/** One act on a record. */
export interface Change {
  at: string;
  byName: string;
  action: RecordAction;
  entryId: string;
  kind: KindKey;
  title: string;
}

export interface Dashboard {
  drafts: EntryRow[];
  changes: Change[];
  unsourced: EntryRow[];
  /** Published records, those first that were never verified, then those that were longest ago. */
  unverified: EntryRow[];
  /** How many lack a source, by kind; kinds of which none does are left out. */
  unsourcedCounts: { kind: KindKey; count: number }[];
  counts: { kind: KindKey; state: EntryState; count: number }[];
}

/** How many entries of a kind are in a state, those that lack a source apart from the others. */
interface EntryCount {
  kind: KindKey;
  state: EntryState;
  lacksSource: boolean;
  count: number;
}

/** The dashboard's lists, each short and newest first. */
export async function dashboard(actor: Actor): Promise<Dashboard> {
  demand(actor, "read");
  const cited = kindKeys.filter((kind) => kindOf(kind).cited);
  const lacking = Prisma.sql`e."state" <> 'trashed' AND e."kind" = ANY(${cited}) AND e."facets" @> '{"sourced": false}' AND ${within(actor)}`;
  const [drafts, unsourced, unverified, changes, counts] = await Promise.all([
    entriesWhere(Prisma.sql`e."state" IN (${waitingStates}) AND ${within(actor)}`),
    entriesWhere(lacking),
    notVerified(actor),
    recentActions(actor),
    entryCounts(actor),
  ]);
  const isLacking = ({ kind, state, lacksSource }: EntryCount) =>
    lacksSource && state !== "trashed" && kindOf(kind).cited;
  return {
    drafts,
    unsourced,
    unverified,
    unsourcedCounts: summed(counts.filter(isLacking), ({ kind }) => kind).map(({ kind, count }) => ({
      kind,
      count,
    })),
    changes,
    counts: summed(counts, ({ kind, state }) => `${kind} ${state}`),
  };
}

/** The first of each kind's list, of which the whole's first are some. */
async function notVerified(actor: Actor): Promise<EntryRow[]> {
  const rows = await database().$queryRaw<FoundEntry[]>`
    SELECT ${entryColumns}, ${dossierTitle} FROM unnest(${kindKeys}::text[]) AS one("kind") CROSS JOIN LATERAL (
      SELECT * FROM "Entry" e WHERE e."kind" = one."kind" AND e."state" IN (${publicStates}) AND ${within(actor)}
      ORDER BY ${verifiedKey}, e."id" LIMIT 10
    ) e ORDER BY ${verifiedKey}, e."id" LIMIT 10`;
  return rows.map(asEntryRow);
}

/**
 * How many entries there are, as the database keeps it: counting them would read them all. Of the dossiers to which an actor is
 * limited they are counted, up to so many.
 */
async function entryCounts({ limitedTo }: Actor): Promise<EntryCount[]> {
  if (limitedTo !== null)
    return database().$queryRaw<EntryCount[]>`
      SELECT "kind", "state", "lacksSource", sum("count")::int AS "count" FROM (
        SELECT "kind", "state", "sourced" IS FALSE AS "lacksSource", "count" FROM "EntryCount" WHERE "kind" IN (${sharedKindsSql})
        UNION ALL SELECT e."kind", e."state", entente_sourced(e."facets") IS FALSE, 1 FROM (
          SELECT e."kind", e."state", e."facets" FROM "Entry" e WHERE ${inLimits(limitedTo)} LIMIT ${mostCounted}) e
      ) counted GROUP BY 1, 2, 3 HAVING sum("count") <> 0`;
  return database().$queryRaw<EntryCount[]>`
    SELECT "kind", "state", "sourced" IS FALSE AS "lacksSource", sum("count")::int AS "count"
    FROM "EntryCount" GROUP BY 1, 2, 3 HAVING sum("count") <> 0`;
}

/** The counts of the same name as one. */
function summed<T extends { count: number }>(counts: readonly T[], nameOf: (one: T) => string): T[] {
  const sums = new Map<string, T>();
  for (const one of counts) {
    const name = nameOf(one);
    sums.set(name, { ...one, count: one.count + (sums.get(name)?.count ?? 0) });
  }
  return [...sums.values()];
}

async function recentActions(actor: Actor): Promise<Change[]> {
  // Of the latest acts of all, of which few may be in the actor's dossiers, no more are looked through.
  const acts = Prisma.sql`
    SELECT a."at", a."byName", a."action", a."entryId" FROM "AuditEvent" a
    WHERE a."entryId" IS NOT NULL AND a."action" <> 'prune' ORDER BY a."at" DESC`;
  const rows = await database().$queryRaw<(Omit<Change, "at"> & { at: Date })[]>`
    SELECT a."at", a."byName", a."action", a."entryId", e."kind", e."title"
    FROM (${acts} LIMIT ${mostActs}) a
    CROSS JOIN LATERAL (SELECT e."kind", e."title" FROM "Entry" e WHERE e."id" = a."entryId" AND ${within(actor)} LIMIT 1) e
    ORDER BY a."at" DESC LIMIT ${actsRead(mostChanges)}`;
  return latestOfEach(
    rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    mostChanges,
  );
}
