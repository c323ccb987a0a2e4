/** Taking published records down. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { isForeignKey, sqlErrorOf } from "@/lib/database/sql-error";
import { isPublic, moves } from "@/lib/domain/lifecycle";
import { entryWithin } from "../limits";
import type { Outcome, Target } from "../outcome";
import { blockedByReferrers, publishedReferrers } from "../read/referrers";
import { Overtaken, settled } from "../write/overtaken";
import { Refused } from "../write/refused";
import { explainMiss } from "../write/stale";
import { moveEntries, moveEntry } from "../write/move-entry";
import { currentEntries } from "../write/context";
import { announce } from "./announce";
import type { NoteTogether } from "./publish-together";
import { removeRecords } from "./record-writer";

/** Takes a record from the public site; its draft stays. Refused while published records refer to it. */
export async function unpublish(actor: Actor, target: Target): Promise<Outcome> {
  demand(actor, moves.unpublish.needs);
  return settled(() => withdraw(actor, target, "unpublish"));
}

/** Unpublishes, leaving the entry as a draft or in the trash. */
export async function withdraw(
  actor: Actor,
  target: Target,
  action: "unpublish" | "trash",
): Promise<Outcome> {
  const db = database();
  const { id, kind } = target;
  const entry = await db.entry.findUnique({
    where: { id, kind, ...entryWithin(actor) },
    select: { dossierId: true },
  });
  if (!entry) return { ok: false, reason: "missing" };
  try {
    return await db.$transaction(async (tx): Promise<Outcome> => {
      const moved = await moveEntry(tx, actor, target, { action, among: isPublic });
      if (!moved) throw new Refused(await explainMiss(tx, target, actor));
      await announce(tx, await removeRecords(tx, [{ ...target, dossierId: entry.dossierId }]));
      return { ok: true, ...moved, publicPath: null, warnings: [] };
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    const refused = sqlErrorOf(error);
    if (!refused || !isForeignKey(refused)) throw error;
    const referrers = await publishedReferrers(db, actor, target);
    if (referrers.length > 0) return blockedByReferrers(referrers);
    // What referred to it has been taken down since: nothing stands in the way any more.
    throw new Overtaken();
  }
}

/**
 * Takes those of several records down, in one transaction, that are published and of the versions that were seen: all of these or none,
 * each with an event and a notice of its own. `note` is told of them, if any.
 * @throws whatever keeps the transaction from its end, as a published record that refers to one of them: `unpublish` says of each which
 * it is.
 */
export async function unpublishTogether(
  actor: Actor,
  targets: readonly Target[],
  note: NoteTogether,
): Promise<void> {
  demand(actor, moves.unpublish.needs);
  const seen = new Map(targets.map((target) => [target.id, target]));
  const entries = (await currentEntries(database(), actor, [...seen.keys()])).filter(
    ({ id, kind, version, state }) =>
      isPublic(state) && seen.get(id)?.version === version && seen.get(id)?.kind === kind,
  );
  if (entries.length === 0) return;
  await database().$transaction(async (tx) => {
    const moved = await moveEntries(tx, actor, entries, { action: "unpublish", among: isPublic });
    if (moved.length < entries.length) throw new Overtaken();
    const notices = await removeRecords(tx, entries);
    await note(
      tx,
      moved.map((one) => ({ ok: true, ...one, publicPath: null, warnings: [] })),
    );
    await announce(tx, notices);
  });
}
