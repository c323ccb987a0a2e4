/** What is scheduled, and what came of it, for the pages of the desk. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { aboutWithin } from "../limits";
import { namesFor, type NamesFor } from "../names-for";
import type { EntryName } from "../outcome";
import {
  type ScheduledMove,
  type SchedulableMove,
  readResult,
  type ScheduleRefusal,
  type ScheduleResult,
} from "./scheduled-move";

/** How many are shown at once. */
const shown = 20;

const columns = {
  id: true,
  version: true,
  entryId: true,
  move: true,
  dueAt: true,
  zone: true,
  madeByName: true,
  entryVersion: true,
  state: true,
  outcome: true,
  entry: { select: { kind: true, title: true, version: true } },
} as const;

type Found = Prisma.ScheduledMoveGetPayload<{ select: typeof columns }>;

function asMove({ entry, entryVersion, state, outcome, dueAt, move, ...row }: Found): ScheduledMove {
  return {
    ...row,
    move: move as SchedulableMove,
    dueAt: dueAt.toISOString(),
    kind: entry.kind as KindKey,
    title: entry.title,
    isOutdated: state === "waiting" && move === "publish" && entry.version !== entryVersion,
    result: state === "waiting" ? null : readResult(outcome),
  };
}

/** What waits, and of what is settled that of which no editor has taken note. */
export interface Scheduled {
  waiting: ScheduledMove[];
  unnoted: ScheduledMove[];
}

/** Of one record, or of all: the next due first, the latest settled first. */
export async function scheduledFor(actor: Actor, entryId?: string): Promise<Scheduled> {
  demand(actor, "read");
  const of = { ...(entryId !== undefined && { entryId }), ...aboutWithin(actor) };
  const { scheduledMove } = database();
  const [waiting, unnoted] = await Promise.all([
    scheduledMove.findMany({
      where: { ...of, state: "waiting" },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      select: columns,
      take: shown,
    }),
    scheduledMove.findMany({
      where: { ...of, state: { in: ["refused", "done"] }, notedAt: null },
      orderBy: [{ settledAt: "desc" }, { id: "asc" }],
      select: columns,
      take: shown,
    }),
  ]);
  return { waiting: waiting.map(asMove), unnoted: await toldTo(actor, unnoted.map(asMove)) };
}

/** What is settled, with the records that refusals name as they are named to an actor. */
async function toldTo(actor: Actor, moves: readonly ScheduledMove[]): Promise<ScheduledMove[]> {
  const refusals = moves.flatMap(({ result }) => (result?.state === "refused" ? [result.refusal] : []));
  const names = await namesFor(actor, refusals.flatMap(namedIn));
  return moves.map((one) => ({ ...one, result: one.result && resultFor(one.result, names) }));
}

function namedIn(refusal: ScheduleRefusal): EntryName[] {
  if (refusal.reason === "blocked") return refusal.records;
  return refusal.reason === "doubtful" ? refusal.doubts.flatMap(({ other }) => other ?? []) : [];
}

function resultFor(result: ScheduleResult, names: NamesFor): ScheduleResult {
  if (result.state === "done") return result;
  const { refusal } = result;
  if (refusal.reason === "blocked")
    return { ...result, refusal: { ...refusal, records: names(refusal.records) } };
  if (refusal.reason !== "doubtful") return result;
  const doubts = refusal.doubts.map(({ other, ...doubt }) => {
    const [named] = other ? names([other]) : [];
    return { ...doubt, ...(named && { other: named }) };
  });
  return { ...result, refusal: { ...refusal, doubts } };
}

/** What waits for the records of a page of a list, by their ids. */
export async function scheduledOf(
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ScheduledMove[]>> {
  demand(actor, "read");
  if (ids.length === 0) return new Map();
  const rows = await database().scheduledMove.findMany({
    where: { entryId: { in: [...ids] }, state: "waiting", ...aboutWithin(actor) },
    orderBy: { dueAt: "asc" },
    select: columns,
  });
  const found = new Map<string, ScheduledMove[]>();
  for (const one of rows.map(asMove)) found.set(one.entryId, [...(found.get(one.entryId) ?? []), one]);
  return found;
}
