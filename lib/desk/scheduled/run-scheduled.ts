/** Doing what was scheduled, once it is due: everything is checked again, in the name of the editor who scheduled it. */
import "server-only";
import { type Actor, may } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { standingActor } from "@/lib/auth/standing-actor";
import { database } from "@/lib/database/client";
import { isUnreachable } from "@/lib/database/failures";
import { type KindKey, sharedKinds } from "@/lib/domain/kinds/registry";
import type { Outcome } from "../outcome";
import { publish } from "../publish/publish";
import { unpublish } from "../publish/withdraw";
import { currentEntry, type CurrentEntry } from "../write/context";
import { lateAfter, type ScheduleRefusal, type ScheduleResult } from "./scheduled-move";

/** How many are set off at a look. The next look finds the others. */
const atOnce = 100;
/** How often one is tried that fails for a fault of ours, and milliseconds until it is tried again, twice as long each time. */
const tries = { most: 5, firstPause: 15_000 };

/** The ids of what is due and has not been done, the longest due first. */
export async function dueMoves(now: Date): Promise<string[]> {
  const rows = await database().scheduledMove.findMany({
    where: { state: "waiting", tryAt: { lte: now } },
    orderBy: [{ tryAt: "asc" }, { madeAt: "asc" }],
    select: { id: true },
    take: atOnce,
  });
  return rows.map(({ id }) => id);
}

type Row = NonNullable<Awaited<ReturnType<typeof readRow>>>;

const readRow = (id: string) =>
  database().scheduledMove.findUnique({
    where: { id },
    include: { entry: { select: { kind: true } } },
  });

/**
 * Does what was scheduled, if it is due and waits, and keeps what came of it. May be told twice of the same, also by two
 * servers: it is done once. What is late is done late. Throws what is a fault of ours or of the database; it is tried again.
 */
export async function runScheduled(id: string, now = new Date()): Promise<void> {
  const row = await readRow(id);
  if (row?.state !== "waiting" || row.tryAt > now) return;
  try {
    await settle(row, await resultOf(row, now), now);
  } catch (error) {
    // While the database is out of reach nothing can be noted: it stays due.
    if (!isUnreachable(error)) await postpone(row, now);
    throw error;
  }
}

async function resultOf(row: Row, now: Date): Promise<ScheduleResult> {
  const refused = (refusal: ScheduleRefusal): ScheduleResult => ({ state: "refused", refusal });
  const late = Math.max(0, Math.round((now.getTime() - row.dueAt.getTime()) / 1000));
  const actor = await standingActor(row.madeById);
  if (!actor) return refused({ reason: "noAccount" });
  if (!may(actor, "publish")) return refused({ reason: "forbidden" });
  const current = await currentEntry(database(), actor, targetOf(row));
  // Entries are never deleted, and with one its schedules would go: who scheduled it was limited to other dossiers since.
  if (!current) return refused({ reason: "forbidden" });
  if (stoodSo(row, current)) return { state: "done", late, already: true };
  const isAnother = row.move === "publish" && current.version !== row.entryVersion;
  if (isAnother) return refused({ reason: "changed", by: await lastWriter(row.entryId) });
  const other = row.move === "publish" ? await changedWithIt(row) : null;
  if (other !== null) return refused({ reason: "changed", by: other });
  const outcome = await carryOut(actor, row, current);
  if (outcome.ok) return { state: "done", late };
  switch (outcome.reason) {
    case "invalid":
      return refused({ reason: "invalid", problems: outcome.problems });
    case "doubtful":
      return refused({ reason: "doubtful", doubts: outcome.doubts });
    case "blocked":
      return refused({ reason: "blocked", code: outcome.code, records: outcome.records });
    case "stale":
    case "missing":
      // Another write came between: the next try reads what it left.
      throw new Error(`${row.move} of ${row.entryId} was overtaken`);
  }
}

/** Whether there is nothing to do: it was done by hand, or before the server that did it could say so. */
function stoodSo({ move }: Row, { state }: CurrentEntry): boolean {
  return move === "publish" ? state === "published" : state === "draft";
}

const targetOf = ({ entryId, entry }: Row) => ({ id: entryId, kind: entry.kind as KindKey });

function carryOut(actor: Actor, row: Row, current: CurrentEntry): Promise<Outcome> {
  const target = { ...targetOf(row), version: current.version };
  if (row.move === "unpublish") return unpublish(actor, target);
  return publish(actor, target, "asItStands", { confirmed: row.confirmed, changeNote: row.changeNote });
}

/** Who has changed a source or person that would go out with the record, since that was scheduled; null where none was. */
async function changedWithIt({ entryId, madeAt }: Row): Promise<string | null> {
  const [changed] = await database().$queryRaw<{ by: string }[]>`
    SELECT e."updatedByName" AS "by" FROM "EntryLink" l JOIN "Entry" e ON e."id" = l."toId"
    WHERE l."fromId" = ${entryId}::uuid AND e."kind" = ANY(${[...sharedKinds]}) AND e."state" = 'draft' AND e."slug" IS NULL
      AND e."updatedAt" > ${madeAt} LIMIT 1`;
  return changed?.by ?? null;
}

async function lastWriter(id: string): Promise<string> {
  const { updatedByName } = await database().entry.findUniqueOrThrow({
    where: { id },
    select: { updatedByName: true },
  });
  return updatedByName;
}

async function settle(row: Row, result: ScheduleResult, now: Date): Promise<void> {
  const isWorthTelling = result.state === "refused" || (result.late >= lateAfter && !result.already);
  await database().$transaction(async (tx) => {
    const { count } = await tx.scheduledMove.updateMany({
      where: { id: row.id, state: "waiting", version: row.version },
      data: {
        ...{ state: result.state, settledAt: now, version: { increment: 1 } },
        outcome: JSON.parse(JSON.stringify(result)),
        notedAt: isWorthTelling ? null : now,
      },
    });
    if (count === 0) return;
    const by = { id: row.madeById, name: row.madeByName };
    const what = result.state === "done" ? result.late : result.refusal.reason;
    await noteAct(tx, by, {
      action: `schedule.${result.state}`,
      subject: row.entryId,
      detail: { id: row.id, what },
    });
  });
}

async function postpone(row: Row, now: Date): Promise<void> {
  if (row.tries + 1 >= tries.most)
    return settle(row, { state: "refused", refusal: { reason: "fault" } }, now);
  await database().scheduledMove.updateMany({
    where: { id: row.id, state: "waiting", version: row.version },
    data: { tries: { increment: 1 }, tryAt: new Date(now.getTime() + tries.firstPause * 2 ** row.tries) },
  });
}
