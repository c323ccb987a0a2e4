/** Trashing and restoring: nothing is ever deleted. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { abilityFor, type EntryState, isPublic, moves } from "@/lib/domain/lifecycle";
import { linksFrom, type RecordLink } from "@/lib/domain/references";
import { entryWithin } from "../limits";
import type { EntryName, Outcome, Target } from "../outcome";
import { withdraw } from "../publish/withdraw";
import { blockedByReferrers, draftReferrers, isReferredTo, recordsIn } from "../read/referrers";
import { currentEntry } from "./context";
import { settled } from "./overtaken";
import { inTrashedDossier } from "./refused";
import { explainMiss } from "./stale";
import { moveEntry, type StateChange } from "./move-entry";

/**
 * Puts a record in the trash; a published one is taken down first, which needs the right to publish.
 * Refused, naming them, while other records refer to it or belong to it.
 */
export async function trash(actor: Actor, target: Target): Promise<Outcome> {
  demand(actor, "write");
  return settled(async () => {
    const db = database();
    const entry = await db.entry.findUnique({
      where: { id: target.id, kind: target.kind, ...entryWithin(actor) },
      select: { state: true },
    });
    if (!entry) return { ok: false, reason: "missing" };
    const dependants = [...(await draftReferrers(db, actor, target.id)), ...(await recordsIn(db, target))];
    const isHeld = actor.limitedTo !== null && (await isReferredTo(db, target.id));
    if (isHeld || dependants.length > 0) return blockedByReferrers(dependants);
    const state = entry.state as EntryState;
    demand(actor, abilityFor("trash", state) ?? "write");
    if (isPublic(state)) return withdraw(actor, target, "trash");
    return move(actor, target, { action: "trash", among: (from) => !isPublic(from) });
  });
}

/**
 * Takes a record out of the trash, as a draft. Refused, naming them, while its dossier or what it refers to is in
 * the trash.
 */
export async function untrash(actor: Actor, target: Target): Promise<Outcome> {
  demand(actor, moves.untrash.needs);
  return settled(async () => {
    const db = database();
    const current = await currentEntry(db, actor, target);
    if (!current) return { ok: false, reason: "missing" };
    const { dossier, draft } = current;
    if (dossier?.state === "trashed") return inTrashedDossier(dossier);
    const links = linksFrom(kindOf(target.kind), draft);
    const trashed = await inTrash(db, links);
    if (trashed.length > 0)
      return { ok: false, reason: "blocked", code: "trashedReferences", records: trashed };
    return move(actor, target, { action: "untrash", links });
  });
}

async function move(actor: Actor, target: Target, how: StateChange): Promise<Outcome> {
  const moved = await moveEntry(database(), actor, target, how);
  if (!moved) return explainMiss(database(), target, actor);
  return { ok: true, ...moved, publicPath: null, warnings: [] };
}

/** Those of what links lead to that are in the trash. */
async function inTrash(db: Transaction, links: readonly RecordLink[]): Promise<EntryName[]> {
  if (links.length === 0) return [];
  return named(
    await db.entry.findMany({
      where: { id: { in: links.map(({ to }) => to) }, state: "trashed" },
      select: { id: true, kind: true, title: true },
    }),
  );
}

function named(entries: { id: string; kind: string; title: string }[]): EntryName[] {
  return entries.map((entry) => ({ ...entry, kind: entry.kind as KindKey }));
}
