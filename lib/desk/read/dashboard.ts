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
import { publicStates, verifiedKey, waitingStates } from "./list";
import type { EntryState } from "../outcome";

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
  const lacking = Prisma.sql`e."state" <> 'trashed' AND e."kind" = ANY(${cited}) AND e."facets" @> '{"sourced": false}'`;
  const [drafts, unsourced, unverified, changes, counts] = await Promise.all([
    entriesWhere(Prisma.sql`e."state" IN (${waitingStates})`),
    entriesWhere(lacking),
    notVerified(),
    recentActions(),
    entryCounts(),
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
async function notVerified(): Promise<EntryRow[]> {
  const rows = await database().$queryRaw<FoundEntry[]>`
    SELECT ${entryColumns}, ${dossierTitle} FROM unnest(${kindKeys}::text[]) AS one("kind") CROSS JOIN LATERAL (
      SELECT * FROM "Entry" e WHERE e."kind" = one."kind" AND e."state" IN (${publicStates})
      ORDER BY ${verifiedKey}, e."id" LIMIT 10
    ) e ORDER BY ${verifiedKey}, e."id" LIMIT 10`;
  return rows.map(asEntryRow);
}

/** How many entries there are, as the database keeps it: counting them would read them all. */
async function entryCounts(): Promise<EntryCount[]> {
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

async function recentActions(): Promise<Change[]> {
  const rows = await database().$queryRaw<(Omit<Change, "at"> & { at: Date })[]>`
    SELECT a."at", a."byName", a."action", a."entryId", e."kind", e."title"
    FROM "AuditEvent" a
    CROSS JOIN LATERAL (SELECT "kind", "title" FROM "Entry" WHERE "id" = a."entryId" LIMIT 1) e
    WHERE a."entryId" IS NOT NULL AND a."action" <> 'prune' ORDER BY a."at" DESC LIMIT 15`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
