/** Doing a change set: at once, or in the background, where a server that dies leaves the rest to another. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { standingActor } from "@/lib/auth/standing-actor";
import { database } from "@/lib/database/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { EntryState } from "../outcome";
import {
  type BulkAction,
  type BulkParams,
  type ChangeItem,
  type ChangeSetAction,
  readParams,
  readRemembered,
} from "./change-set";
import { canBeTogether, type Done, doOne, doTogether, type Running } from "./do-items";

/** Records at work at the same time, records taken at a time, and how often what others hindered is tried again at most. */
const lanes = 3;
const batch = 30;
const mostRounds = 20;
/** How long a set may not be touched, in milliseconds, before its server counts as dead. */
const deadAfter = 15_000;

/** Begins a set that was put together, over the version that was seen. False where it has begun already. */
export async function beginChangeSet(
  actor: Actor,
  { id, version }: { id: string; version: number },
  params: BulkParams,
): Promise<boolean> {
  demand(actor, "write");
  return database().$transaction(async (tx) => {
    const [begun] = await tx.changeSet.updateManyAndReturn({
      where: { id, version, state: "asked", madeById: actor.id ?? "" },
      data: { state: "running", version: { increment: 1 }, params: { ...params }, touchedAt: new Date() },
      select: { action: true },
    });
    if (!begun) return false;
    await noteAct(tx, actor, {
      action: `bulk.${begun.action as ChangeSetAction}`,
      subject: id,
      detail: { ...params },
    });
    return true;
  });
}

/** The ids of sets that run and that no server works on. */
export async function abandonedSets(now: Date): Promise<string[]> {
  const rows = await database().changeSet.findMany({
    where: { state: "running", touchedAt: { lt: new Date(now.getTime() - deadAfter) } },
    orderBy: { touchedAt: "asc" },
    select: { id: true },
    take: 20,
  });
  return rows.map(({ id }) => id);
}

/**
 * Works on a set until it is done, or `isOver` says to stop, which leaves the rest to the background. May run on two servers
 * at once: each record is written over the version that was seen, so it is done once.
 */
export async function runChangeSet(id: string, isOver: () => boolean = () => false): Promise<void> {
  const set = await readRunning(id);
  if (!set) return;
  const actor = await standingActor(set.startedBy);
  for (;;) {
    const items = await nextItems(id);
    if (items.length === 0 && (await isSettled(id))) return;
    const areMany = canBeTogether(set, items);
    const queue = areMany ? (isOver() ? [] : await doTogether(actor, set, items)) : [...items];
    const lane = async () => {
      for (let item = queue.shift(); item && !isOver(); item = queue.shift())
        await keep(id, item, await doOne(actor, set, item));
    };
    // A record that others of the set wait for is done before them where it comes before them; else in the next round.
    await Promise.all(Array.from({ length: lanes }, lane));
    await database().changeSet.updateMany({
      where: { id, state: "running" },
      // One that is left counts as abandoned at once.
      data: { touchedAt: isOver() ? new Date(0) : new Date() },
    });
    if (isOver()) return;
  }
}

async function readRunning(id: string): Promise<Running | null> {
  const set = await database().changeSet.findUnique({ where: { id }, include: { undone: true } });
  if (set?.state !== "running") return null;
  const { action, params, madeById, undone } = set;
  return {
    ...{ id, action: action as ChangeSetAction, params: readParams(params), startedBy: madeById },
    undone: undone && { action: undone.action as BulkAction, params: readParams(undone.params) },
  };
}

async function nextItems(setId: string): Promise<ChangeItem[]> {
  const rows = await database().changeItem.findMany({
    where: { setId, state: "waiting" },
    orderBy: { position: "asc" },
    take: batch,
    include: { entry: { select: { kind: true } } },
  });
  return rows.map(({ entry, outcome, stateBefore, ...row }) => ({
    ...row,
    kind: entry.kind as KindKey,
    stateBefore: stateBefore as EntryState,
    remembered: readRemembered(outcome),
  }));
}

async function keep(setId: string, { position, entryVersion }: ChangeItem, done: Done): Promise<void> {
  const data =
    "refusal" in done
      ? { state: "refused", outcome: json(done.refusal) }
      : {
          // A draft that is as published again was changed, though nothing is published anew.
          state: done.written.isUnchanged && done.written.version === entryVersion ? "unchanged" : "done",
          versionAfter: done.written.version,
          outcome: json(done.remembered),
        };
  await database().changeItem.updateMany({ where: { setId, position, state: "waiting" }, data });
}

const json = (value: object) => JSON.parse(JSON.stringify(value));

/** Ends a set that has nothing waiting; false where what others hindered is worth another round, since some of these are done now. */
async function isSettled(id: string): Promise<boolean> {
  const db = database();
  const [set, done] = await Promise.all([
    db.changeSet.findUniqueOrThrow({ where: { id }, select: { rounds: true, doneBefore: true } }),
    db.changeItem.count({ where: { setId: id, state: "done" } }),
  ]);
  if (done > set.doneBefore && set.rounds < mostRounds) {
    const { count } = await db.changeItem.updateMany({
      where: { setId: id, state: "refused", outcome: { path: ["reason"], equals: "blocked" } },
      data: { state: "waiting", outcome: {} },
    });
    await db.changeSet.updateMany({
      where: { id, state: "running" },
      data: { rounds: { increment: 1 }, doneBefore: done },
    });
    if (count > 0) return false;
  }
  await db.changeSet.updateMany({
    where: { id, state: "running" },
    data: { state: "done", settledAt: new Date(), version: { increment: 1 } },
  });
  return true;
}
