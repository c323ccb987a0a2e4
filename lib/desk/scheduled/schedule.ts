/** Scheduling a publication or a withdrawal, calling it off, and taking note of what came of it. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { accountOf, type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database, type Transaction } from "@/lib/database/client";
import { sqlErrorOf } from "@/lib/database/sql-error";
import { isPublic, isWaiting } from "@/lib/domain/lifecycle";
import { type LocalTime, readLocalTime } from "@/lib/domain/local-time";
import { aboutWithin } from "../limits";
import type { AskedDoubt, EntryName, Refusal, Target } from "../outcome";
import { rehearsePublication } from "../publish/publish";
import { currentEntry, type CurrentEntry } from "../write/context";
import { explainMiss } from "../write/stale";
import type { SchedulableMove } from "./scheduled-move";

/** What is asked for; `replaces` is the id of the one that waits already, as the asker has seen it. */
export interface AskedSchedule extends LocalTime {
  move: SchedulableMove;
  confirmed: readonly string[];
  /** What is said of a publication: what changed. */
  changeNote?: string | null;
  replaces: string | null;
  /** The id under which it is kept: sent again under it, as the answer was lost, it is scheduled once. */
  once?: string | undefined;
}

/** What is wrong with the time, by the part that says it, as a code of messages under `problems`. */
export type TimeProblem = { field: keyof LocalTime; code: string };

export type ScheduleOutcome =
  /** `unpublished`: what has to be published until then, or it will be refused. */
  | { ok: true; id: string; unpublished: EntryName[] }
  | { ok: false; reason: "time"; problem: TimeProblem }
  | { ok: false; reason: "doubtful"; doubts: AskedDoubt[] }
  /** Another one waits than the asker has seen. */
  | { ok: false; reason: "taken" }
  /** The same was scheduled by this form before, and was called off or has been done since. */
  | { ok: false; reason: "settled" }
  | Refusal;

/** No schedule looks further ahead, in days. */
const furthest = 5 * 366;
const day = 24 * 60 * 60 * 1000;

/**
 * Has a record published, or taken down, at a time. A publication is tried out now: mistakes are answered at once, and
 * doubts asked. The one that waited for the record until now, if it is the one that the asker has seen, is replaced.
 */
export async function scheduleMove(
  actor: Actor,
  target: Target,
  asked: AskedSchedule,
  now = new Date(),
): Promise<ScheduleOutcome> {
  demand(actor, "publish");
  const by = accountOf(actor, "schedule anything");
  const read = readLocalTime(asked);
  if (!read.ok) return { ok: false, reason: "time", problem: read };
  const own = asked.once === undefined ? null : await scheduledUnder(asked.once, target.id, by);
  if (own && isSame(own, asked, read.at))
    return own.state === "waiting"
      ? { ok: true, id: own.id, unpublished: [] }
      : { ok: false, reason: "settled" };
  const ahead = read.at.getTime() - now.getTime();
  if (ahead <= 0) return { ok: false, reason: "time", problem: { field: "time", code: "schedule.past" } };
  if (ahead > furthest * day)
    return { ok: false, reason: "time", problem: { field: "day", code: "schedule.tooFar" } };
  const current = await currentEntry(database(), actor, target);
  if (!current) return { ok: false, reason: "missing" };
  if (current.version !== target.version) return explainMiss(database(), target, actor);
  const tried = await tryOut(actor, target, current, asked);
  if (!tried.ok) return tried;
  const id = own ? uuidv7() : (asked.once ?? uuidv7());
  // What one changed since it was sent first takes the place of that.
  const replaces = own?.state === "waiting" ? own.id : asked.replaces;
  try {
    await database().$transaction(async (tx) => {
      if (replaces !== null) await settleWaiting(tx, actor, replaces, now);
      const { move, zone, changeNote = null } = asked;
      const confirmed = [...asked.confirmed];
      await tx.scheduledMove.create({
        data: {
          ...{ id, entryId: target.id, move, zone, confirmed, changeNote, entryVersion: target.version },
          ...{ dueAt: read.at, tryAt: read.at, madeAt: now, madeById: by, madeByName: actor.name },
        },
      });
      await noteAct(tx, actor, {
        action: `schedule.${move}`,
        subject: target.id,
        detail: { dueAt: read.at.toISOString(), zone },
      });
    });
  } catch (error) {
    const { constraint } = sqlErrorOf(error) ?? {};
    if (constraint !== "ScheduledMove_waiting_key" && constraint !== "ScheduledMove_pkey") throw error;
    return { ok: false, reason: "taken" };
  }
  return { ok: true, id, unpublished: tried.unpublished };
}

/** What an account has scheduled for a record under an id that its form was sent with before; null where nothing. */
function scheduledUnder(id: string, entryId: string, madeById: string) {
  return database().scheduledMove.findUnique({ where: { id, entryId, madeById } });
}

type Kept = NonNullable<Awaited<ReturnType<typeof scheduledUnder>>>;

const isSame = (kept: Kept, { move, zone, changeNote = null }: AskedSchedule, at: Date) =>
  kept.dueAt.getTime() === at.getTime() &&
  kept.move === move &&
  kept.zone === zone &&
  kept.changeNote === changeNote;

/** Whether it could be done now, but for what may well be published until then. */
async function tryOut(
  actor: Actor,
  target: Target,
  current: CurrentEntry,
  { move, confirmed }: AskedSchedule,
): Promise<{ ok: true; unpublished: EntryName[] } | Refusal> {
  const wrongState: Refusal = {
    ...{ ok: false, reason: "blocked", code: "wrongState" },
    records: [{ id: target.id, kind: target.kind, title: current.title }],
  };
  if (move === "unpublish") {
    const isComing = await database().scheduledMove.count({
      where: { entryId: target.id, move: "publish", state: "waiting" },
    });
    return isPublic(current.state) || isComing > 0 ? { ok: true, unpublished: [] } : wrongState;
  }
  if (!isWaiting(current.state)) return wrongState;
  const tried = await rehearsePublication(actor, target, { confirmed });
  if (tried.ok) return { ok: true, unpublished: [] };
  if (tried.reason === "blocked" && tried.code === "unpublishedReferences")
    return { ok: true, unpublished: tried.records };
  return tried;
}

/** Calls off what waits for its time. False where it waits no more, or another version of it does. */
export async function cancelScheduled(
  actor: Actor,
  { id, version }: { id: string; version: number },
  now = new Date(),
): Promise<boolean> {
  demand(actor, "publish");
  return database().$transaction(async (tx) => {
    const entryId = await settleWaiting(tx, actor, id, now, version);
    if (entryId === null) return false;
    await noteAct(tx, actor, { action: "schedule.cancel", subject: entryId, detail: { id } });
    return true;
  });
}

/** Takes note of what came of something scheduled: it is not told of any more. */
export async function noteScheduled(actor: Actor, id: string, now = new Date()): Promise<void> {
  demand(actor, "publish");
  await database().$transaction(async (tx) => {
    const { count } = await tx.scheduledMove.updateMany({
      where: { id, notedAt: null, state: { in: ["refused", "done"] }, ...aboutWithin(actor) },
      data: { notedAt: now },
    });
    if (count > 0) await noteAct(tx, actor, { action: "schedule.note", subject: id, detail: { id } });
  });
}

/** Settles one that waits as called off; returns its record's id, null where it does not wait. */
async function settleWaiting(
  tx: Transaction,
  actor: Actor,
  id: string,
  now: Date,
  version?: number,
): Promise<string | null> {
  const [row] = await tx.scheduledMove.updateManyAndReturn({
    where: { id, state: "waiting", ...(version !== undefined && { version }), ...aboutWithin(actor) },
    data: { state: "cancelled", settledAt: now, version: { increment: 1 } },
    select: { entryId: true },
  });
  return row?.entryId ?? null;
}
