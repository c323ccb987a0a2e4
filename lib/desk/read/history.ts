/** What became of a record: its versions, and the moves between states that made a version without a copy. */
import "server-only";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { moveNames, moves, type RecordAction } from "@/lib/domain/lifecycle";
import type { Problem } from "@/lib/domain/record";
import { sees } from "../limits";
import type { ConfirmedDoubts } from "../outcome";

export interface HistoryLine {
  version: number;
  action: RecordAction;
  byId: string | null;
  byName: string;
  at: string;
  /** The copy that was kept; null where only the state changed. */
  revisionId: string | null;
  /** The doubts that were confirmed with it. */
  confirmed: Problem[];
  /** Whether readers see this version. */
  isPublic: boolean;
  /** Of a version that was restored: the earlier one that it comes from; null where that was not noted. */
  restoredFrom: number | null;
  /** Of what was published: what was said of it. */
  changeNote: string | null;
  /** Of what was published after a review: who had submitted it. */
  reviewedFor: string | null;
  /** Published without a review, though the dossier asked for one. */
  isUnreviewed: boolean;
  /** Of what was published so: who had submitted what was changed for it. */
  writtenOver: string | null;
}

/** How many lines a page of the history shows. */
export const historyPage = 30;

const withoutCopy = Prisma.join(moveNames.filter((move) => !moves[move].makesRevision));

// PostgreSQL's largest integer: whatever an address asks for, it can be compared with a version.
const greatestVersion = 2_147_483_647;

/**
 * A record's history, newest first, `take` lines of it and what else became of the last of these versions; `before` is the
 * version to go on from.
 */
export async function historyOf(
  actor: Actor,
  entryId: string,
  { before = greatestVersion, take = historyPage }: { before?: number; take?: number } = {},
): Promise<HistoryLine[]> {
  demand(actor, "read");
  if (!(await sees(actor, entryId))) return [];
  const from = Math.min(before, greatestVersion);
  const rows = await database().$queryRaw<HistoryRow[]>`
    SELECT line.*, line."revisionId" IS NOT NULL AND line."version" = (
      SELECT r."version" FROM "Record" r WHERE r."id" = ${entryId}::uuid) IS TRUE AS "isPublic",
      CASE WHEN line."action" IN ('restore', 'publish') THEN (
        SELECT a."detail" FROM "AuditEvent" a
        WHERE a."entryId" = ${entryId}::uuid AND a."version" = line."version" AND a."action" = line."action" LIMIT 1) END AS "detail"
    FROM (
    SELECT "version", "action", "byId", "byName", "at", "id" AS "revisionId", "confirmed", "changeNote" FROM "Revision"
    WHERE "entryId" = ${entryId}::uuid AND "version" < ${from}
    UNION ALL
    SELECT "version", "action", "byId", "byName", "at", NULL, '{}', NULL FROM "AuditEvent"
    WHERE "entryId" = ${entryId}::uuid AND "version" < ${from} AND "action" IN (${withoutCopy})
    ORDER BY "version" DESC FETCH FIRST ${take} ROWS WITH TIES
    ) line ORDER BY line."version" DESC, line."at" DESC`;
  return rows.map(({ detail, ...row }) => ({
    ...row,
    ...readDetail(detail),
    at: row.at.toISOString(),
    confirmed: Object.values(row.confirmed),
  }));
}

/** When versions of a record were last removed by the rule of retention, as an ISO instant; null where none ever were. */
export async function prunedAt(actor: Actor, entryId: string): Promise<string | null> {
  demand(actor, "read");
  if (!(await sees(actor, entryId))) return null;
  // The few events of the record that made no version, by its own index (OFFSET 0): by that of acts, prunings of all records
  // would be gone through.
  const rows = await database().$queryRaw<{ at: Date | null }[]>`
    SELECT max(a."at") AS "at" FROM (
      SELECT "at", "action" FROM "AuditEvent" WHERE "entryId" = ${entryId}::uuid AND "version" IS NULL OFFSET 0
    ) a WHERE a."action" = 'prune'`;
  return rows[0]?.at?.toISOString() ?? null;
}

type HistoryRow = Omit<HistoryLine, "at" | "confirmed" | keyof NotedOf> & {
  at: Date;
  confirmed: ConfirmedDoubts;
  detail: unknown;
};

type NotedOf = Pick<HistoryLine, "restoredFrom" | "reviewedFor" | "isUnreviewed" | "writtenOver">;

const noted = z.object({
  version: z.int().optional(),
  reviewedFor: z.string().optional(),
  unreviewed: z.literal(true).optional(),
  writtenOver: z.string().optional(),
});

/** What the audit trail notes of a restoration or a publication; what it does not note is null. */
function readDetail(kept: unknown): NotedOf {
  const { version, reviewedFor, unreviewed, writtenOver } = noted.safeParse(kept).data ?? {};
  return {
    restoredFrom: version ?? null,
    reviewedFor: reviewedFor ?? null,
    isUnreviewed: unreviewed !== undefined,
    writtenOver: writtenOver ?? null,
  };
}

const told = Prisma.join(moveNames.filter((move) => !["create", "save", "autosave"].includes(move)));

/** What another account than the actor's did to a record last, beyond saving it, since this version; null where none did. */
export async function movedSince(
  actor: Actor,
  entryId: string,
  version: number,
): Promise<Pick<HistoryLine, "action" | "byName" | "at"> | null> {
  demand(actor, "read");
  if (!(await sees(actor, entryId))) return null;
  const [last] = await database().$queryRaw<{ action: RecordAction; byName: string; at: Date }[]>`
    SELECT "action", "byName", "at" FROM "AuditEvent"
    WHERE "entryId" = ${entryId}::uuid AND "version" > ${Math.min(version, greatestVersion)}
      AND "byId" IS DISTINCT FROM ${actor.id}::uuid AND "action" IN (${told})
    ORDER BY "version" DESC LIMIT 1`;
  return last ? { ...last, at: last.at.toISOString() } : null;
}
