/** What an editor makes of a version that was submitted: it is published as it was submitted, or returned with a word why. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { aboutWithin } from "../limits";
import { tell } from "../notices/tell";
import type { Outcome } from "../outcome";
import { publish, type PublishNotes } from "../publish/publish";
import { currentEntry } from "../write/context";
import { settlePublished } from "./reviewed";

/** The review as the editor has seen it. */
export interface SeenReview {
  id: string;
  version: number;
}

export type AcceptOutcome =
  | Outcome
  /** It waits no more, or as another version of itself. */
  | { ok: false; reason: "gone" }
  /** The record was written since it was submitted: what stands now was submitted by no one. */
  | { ok: false; reason: "changed"; by: string }
  /** No one accepts their own. */
  | { ok: false; reason: "own" };

const open = (actor: Actor, { id, version }: SeenReview) =>
  database().review.findFirst({
    where: { id, version, state: "waiting", ...aboutWithin(actor) },
    include: { entry: { select: { kind: true, title: true } } },
  });

/** Publishes exactly the version that was submitted, by another person; who submitted it is told. */
export async function acceptReview(
  actor: Actor,
  seen: SeenReview,
  notes: PublishNotes = {},
): Promise<AcceptOutcome> {
  demand(actor, "publish");
  const review = await open(actor, seen);
  if (!review) return { ok: false, reason: "gone" };
  if (review.madeById === actor.id) return { ok: false, reason: "own" };
  const [id, kind] = [review.entryId, review.entry.kind as KindKey];
  const current = await currentEntry(database(), actor, { id, kind });
  if (!current) return { ok: false, reason: "missing" };
  if (current.version !== review.entryVersion)
    return { ok: false, reason: "changed", by: await lastWriter(id) };
  // Over that version alone; the publication settles the review.
  const outcome = await publish(actor, { id, kind, version: review.entryVersion }, "asItStands", notes);
  if (!outcome.ok && outcome.reason === "stale") return { ok: false, reason: "changed", by: outcome.by };
  if (outcome.ok && outcome.isUnchanged)
    // It stood so already: nothing was published that could have settled it.
    await database().$transaction((tx) =>
      settlePublished(
        tx,
        actor,
        { id, kind, title: current.title },
        { ...review, isAsSubmitted: true },
        notes.changeNote ?? null,
      ),
    );
  return outcome;
}

async function lastWriter(id: string): Promise<string> {
  const entry = await database().entry.findUniqueOrThrow({ where: { id }, select: { updatedByName: true } });
  return entry.updatedByName;
}

/** Returns what was submitted, with a word why; who submitted it is told. False where it waits no more as it was seen. */
export async function returnReview(
  actor: Actor,
  { id, version }: SeenReview,
  answer: string,
): Promise<boolean> {
  demand(actor, "publish");
  if (answer === "") throw new Error("a review is returned with a word why");
  return database().$transaction(async (tx) => {
    const [row] = await tx.review.updateManyAndReturn({
      where: { id, version, state: "waiting", ...aboutWithin(actor) },
      data: {
        ...{ state: "returned", answer, settledAt: new Date(), version: { increment: 1 } },
        ...{ settledById: actor.id, settledByName: actor.name },
      },
      include: { entry: { select: { kind: true, title: true } } },
    });
    if (!row) return false;
    const of = { id: row.entryId, kind: row.entry.kind as KindKey, title: row.entry.title };
    await noteAct(tx, actor, { action: "review.return", subject: of.id, detail: { id: row.id } });
    await tell(tx, actor, { about: "returned", of, text: answer }, Prisma.sql`SELECT ${row.madeById}::uuid`);
    return true;
  });
}
