/** Trashing and restoring: nothing is ever deleted. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { EntryName, Outcome, Target } from "../outcome";
import { withdraw } from "../publish/publish";
import { blockedByReferrers, draftReferrers } from "../read/referrers";
import { inTrashedDossier } from "./refused";
import { explainMiss } from "./stale";
import { moveEntry } from "./write";

/**
 * Puts a record in the trash; a published one is taken down first, which needs the right to publish.
 * Refused, naming them, while other records refer to it or belong to it.
 */
export async function trash(actor: Actor, target: Target): Promise<Outcome> {
  demand(actor, "write");
  const db = database();
  const entry = await db.entry.findUnique({
    where: { id: target.id, kind: target.kind },
    select: { state: true },
  });
  if (!entry) return { ok: false, reason: "missing" };
  const dependants = [...(await draftReferrers(db, target.id)), ...(await recordsIn(db, target))];
  if (dependants.length > 0) return blockedByReferrers(dependants);
  if (entry.state !== "draft") {
    demand(actor, "publish");
    return withdraw(actor, target, { action: "trash", to: "trashed" });
  }
  return move(actor, target, "trash");
}

/** Takes a record out of the trash, as a draft. Refused, naming it, while its dossier is in the trash. */
export async function untrash(actor: Actor, target: Target): Promise<Outcome> {
  demand(actor, "write");
  const entry = await database().entry.findUnique({
    where: { id: target.id, kind: target.kind },
    select: { dossier: { select: { id: true, title: true, state: true } } },
  });
  if (entry?.dossier?.state === "trashed") return inTrashedDossier(entry.dossier);
  return move(actor, target, "untrash");
}

async function move(actor: Actor, target: Target, action: "trash" | "untrash"): Promise<Outcome> {
  const [from, to] = action === "trash" ? (["draft", "trashed"] as const) : (["trashed", "draft"] as const);
  const moved = await moveEntry(database(), actor, target, { action, from: [from], to });
  if (!moved) return explainMiss(database(), target);
  return { ok: true, id: target.id, version: target.version + 1, state: to, publicPath: null, warnings: [] };
}

async function recordsIn(db: Transaction, { id, kind }: Target): Promise<EntryName[]> {
  if (kind !== "dossier") return [];
  const entries = await db.entry.findMany({
    where: { dossierId: id, state: { not: "trashed" } },
    select: { id: true, kind: true, title: true },
    take: 200,
  });
  return entries.map((entry) => ({ ...entry, kind: entry.kind as KindKey }));
}
