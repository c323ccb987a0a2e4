/** Doing the records of a change set: several in one transaction where nothing stands in their way, each by itself else. */
import "server-only";
import { type Actor, Forbidden } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { isUnreachable } from "@/lib/database/failures";
import { isForeignKey, sqlErrorOf } from "@/lib/database/sql-error";
import { TamperedRequest } from "@/lib/domain/record";
import type { EntryState, Outcome, Written } from "../outcome";
import { unpublishTogether } from "../publish/withdraw";
import { isOvertaken } from "../write/overtaken";
import { Refused } from "../write/refused";
import { applyChange, applyTogether, isDoneTogether } from "./apply-change";
import {
  type BulkAction,
  type BulkParams,
  type ChangeItem,
  type ChangeSetAction,
  citationOf,
  type ItemRefusal,
  keptRefusal,
  type Remembered,
} from "./change-set";
import { actsOfUndo, onlyTakenDown, undoChange } from "./undo-change";

/** A set at work. */
export interface Running {
  id: string;
  action: ChangeSetAction;
  params: BulkParams;
  startedBy: string;
  /** Of an undo: what it takes back. */
  undone: { action: BulkAction; params: BulkParams } | null;
}

/**
 * Does what can be done to several of these items in one transaction, which notes that they are done, and returns the others, in their
 * order.
 */
export async function doTogether(
  actor: Actor | null,
  set: Running,
  items: readonly ChangeItem[],
): Promise<ChangeItem[]> {
  const done = new Set<string>();
  const note = async (tx: Transaction, written: readonly Written[]) => {
    await noteDone(tx, set.id, written);
    for (const { id } of written) done.add(id);
  };
  try {
    if (actor) await together(actor, set, items, note);
  } catch (error) {
    if (isUnreachable(error)) throw error;
    // Nothing was done. Whichever of them it was, says so when they are done one by one; what was wrong with all at once does not.
    if (!isAnswer(error)) console.error(error);
    done.clear();
  }
  return items.filter(({ entryId }) => !done.has(entryId));
}

/** Whether an error says what stands in the way of a record, as what refers to it, rather than that the program is wrong. */
function isAnswer(error: unknown): boolean {
  if (error instanceof Refused || error instanceof Forbidden || isOvertaken(error)) return true;
  const refused = sqlErrorOf(error);
  return refused !== null && isForeignKey(refused);
}

/** Whether any of these items can be done together with others. */
export function canBeTogether({ action, undone }: Running, items: readonly ChangeItem[]): boolean {
  return action === "undo"
    ? undone !== null && onlyTakenDown(undone.action, items).length > 0
    : isDoneTogether(action);
}

async function together(
  actor: Actor,
  { action, params, undone }: Running,
  items: readonly ChangeItem[],
  note: (tx: Transaction, written: readonly Written[]) => Promise<void>,
): Promise<void> {
  if (action !== "undo") await applyTogether(actor, items.map(targetOf), action, params, note);
  else if (undone) await unpublishTogether(actor, onlyTakenDown(undone.action, items).map(targetOf), note);
}

/** Notes of items that they are done, with nothing to remember. */
async function noteDone(tx: Transaction, setId: string, written: readonly Written[]): Promise<void> {
  const done = JSON.stringify(written.map(({ id, version }) => ({ id, version })));
  await tx.$executeRaw`
    UPDATE "ChangeItem" i SET "state" = 'done', "versionAfter" = d."version", "outcome" = '{}'
    FROM jsonb_to_recordset(${done}::jsonb) AS d("id" uuid, "version" int)
    WHERE i."setId" = ${setId}::uuid AND i."entryId" = d."id" AND i."state" = 'waiting'`;
}

const targetOf = (item: ChangeItem) => ({ id: item.entryId, kind: item.kind, version: item.entryVersion });

/** What became of an item. */
export type Done = { written: Written; remembered: Remembered } | { refusal: ItemRefusal };

/** Does one item. What another server did to it that died before it could say so, counts. */
export async function doOne(actor: Actor | null, set: Running, item: ChangeItem): Promise<Done> {
  if (!actor) return { refusal: { reason: "forbidden" } };
  try {
    const applied = await applyTo(actor, set, item);
    if (applied === "noSuchField") return { refusal: { reason: "noSuchField" } };
    const { outcome, remembered } = applied;
    if (outcome.ok) return { written: outcome, remembered };
    const earlier = outcome.reason === "stale" ? await doneEarlier(set, item) : null;
    return earlier
      ? { written: earlier, remembered: rememberedEarlier(set, item) }
      : { refusal: keptRefusal(outcome) };
  } catch (error) {
    if (isUnreachable(error)) throw error;
    if (error instanceof Forbidden) return { refusal: { reason: "forbidden" } };
    if (error instanceof TamperedRequest) return { refusal: { reason: "noSuchField" } };
    // One record's fault does not keep the others.
    console.error(error);
    return { refusal: { reason: "fault" } };
  }
}

/** What taking it back needs of what a server did that died; what a field held before, only that server knew. */
const rememberedEarlier = (set: Running, item: ChangeItem): Remembered =>
  set.action === "cite" ? { citation: citationOf(set.id, item) } : item.remembered;

async function applyTo(
  actor: Actor,
  { id, action, params, undone }: Running,
  item: ChangeItem,
): Promise<{ outcome: Outcome; remembered: Remembered } | "noSuchField"> {
  const target = targetOf(item);
  if (action !== "undo") return applyChange(actor, target, action, params, citationOf(id, item));
  if (!undone) throw new Error("what is to be taken back is gone");
  return { outcome: await undoChange(actor, target, undone.action, undone.params, item), remembered: {} };
}

/** Whether all of it is done already, by a server that died before it could say so or by the same person: the audit trail knows. */
async function doneEarlier(set: Running, item: ChangeItem): Promise<Written | null> {
  const { entryId: id, entryVersion } = item;
  const acts = actsOf(set, item);
  const entry = await database().entry.findUnique({ where: { id }, select: { version: true, state: true } });
  if (entry?.version !== entryVersion + acts.length) return null;
  const { madeAt } = await database().changeSet.findUniqueOrThrow({
    where: { id: set.id },
    select: { madeAt: true },
  });
  const events = await database().auditEvent.findMany({
    where: { entryId: id, version: { gt: entryVersion }, byId: set.startedBy, at: { gte: madeAt } },
    select: { version: true, action: true },
  });
  const { version, state } = entry;
  const areDone = acts.every((some, place) =>
    events.some((event) => event.version === entryVersion + 1 + place && some.includes(event.action)),
  );
  return areDone
    ? { ok: true, id, version, state: state as EntryState, publicPath: null, warnings: [] }
    : null;
}

/** What the audit trail has of an item that is done: for each version that was made, the acts that can have made it. */
function actsOf({ action, undone }: Running, item: ChangeItem): readonly (readonly string[])[] {
  if (action === "undo") return undone ? actsOfUndo(undone.action, item) : [];
  return [action === "cite" || action === "set" ? ["save"] : [action]];
}
