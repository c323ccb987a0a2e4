/** What an editor wants to know on arriving: what waits, what changed, what lacks a source. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { RecordAction } from "@/lib/domain/lifecycle";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { type EntryRow, publicStates, titleOf, verifiedKey, waitingStates } from "./list";
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

type Row = Omit<EntryRow, "dossier" | "updatedAt" | "verifiedAt"> & {
  dossierId: string | null;
  dossierTitle: string | null;
  updatedAt: Date;
  lastVerifiedAt: Date | null;
};

const columns = Prisma.sql`
  e."id", e."kind", e."title", e."state", e."version", e."sortDate"::text, e."facets", e."updatedAt", e."updatedByName",
  e."lastVerifiedAt", e."dossierId", ${titleOf(Prisma.sql`e."dossierId"`)} AS "dossierTitle"`;

function asRow({ dossierId, dossierTitle, updatedAt, lastVerifiedAt, ...row }: Row): EntryRow {
  return {
    ...row,
    dossier: dossierId === null ? null : { id: dossierId, title: dossierTitle ?? "" },
    updatedAt: updatedAt.toISOString(),
    verifiedAt: lastVerifiedAt?.toISOString() ?? null,
  };
}

/** The first ten of the entries `e` that meet a condition, those saved last unless another order is told. */
export async function entriesWhere(
  condition: Prisma.Sql,
  order = Prisma.sql`e."updatedAt" DESC, e."id" DESC`,
): Promise<EntryRow[]> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT ${columns} FROM "Entry" e WHERE ${condition} ORDER BY ${order} LIMIT 10`;
  return rows.map(asRow);
}

/** The first of each kind's list, of which the whole's first are some. */
async function notVerified(): Promise<EntryRow[]> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT ${columns} FROM unnest(${kindKeys}::text[]) AS one("kind") CROSS JOIN LATERAL (
      SELECT * FROM "Entry" e WHERE e."kind" = one."kind" AND e."state" IN (${publicStates})
      ORDER BY ${verifiedKey}, e."id" LIMIT 10
    ) e ORDER BY ${verifiedKey}, e."id" LIMIT 10`;
  return rows.map(asRow);
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
    WHERE a."entryId" IS NOT NULL ORDER BY a."at" DESC LIMIT 15`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
