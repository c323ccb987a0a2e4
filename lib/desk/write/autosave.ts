/** What is typed, kept while it is typed: in the working copy, without a revision, and whatever is wrong with it. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { publicPathOf } from "@/lib/published/public-path";
import type { Typed } from "@/lib/domain/fields/field";
import { moves } from "@/lib/domain/lifecycle";
import type { Outcome, Target } from "../outcome";
import { asTyped } from "./as-typed";
import { type CurrentEntry, currentEntry, dossierFor, hasSeen } from "./context";
import { Overtaken, settled } from "./overtaken";
import { orRefusal } from "./refused";
import { explainMiss } from "./stale";
import { standsAs, unchanged, withStandingIds } from "./unchanged";
import { insertEntry, overwriteEntry } from "./write";

/**
 * Keeps what was typed, unless someone has changed the record since the version that the writer saw. Version 0 is a
 * record's beginning, under the id that its form has chosen for it.
 */
export async function autosave(
  actor: Actor,
  target: Target,
  dossierId: string | null,
  typed: Typed,
): Promise<Outcome> {
  demand(actor, moves.autosave.needs);
  const keep = async (): Promise<Outcome> => {
    const current = await currentEntry(database(), actor, target);
    if (current) return overwrite(actor, target, current, typed);
    if (target.version > 0) return { ok: false, reason: "missing" };
    return begin(actor, target, dossierId, typed);
  };
  return settled(() => orRefusal(keep()));
}

async function begin(
  actor: Actor,
  { kind, id, tab }: Target,
  dossierId: string | null,
  typed: Typed,
): Promise<Outcome> {
  const db = database();
  const dossier = await dossierFor(db, actor, kind, dossierId);
  const subject = { kind, id: null, dossierId, dossier, current: null };
  const { copy } = await asTyped(db, subject, typed, "autosave");
  if (!(await insertEntry(db, actor, { id, kind, dossierId, tab }, copy, "autosave"))) throw new Overtaken();
  return { ok: true, id, version: 1, state: "draft", publicPath: null, warnings: [] };
}

async function overwrite(
  actor: Actor,
  target: Target,
  current: CurrentEntry,
  typed: Typed,
): Promise<Outcome> {
  const db = database();
  const { kind, id, tab } = target;
  // An older edit that was overtaken on the way.
  if (isLate(target, current)) return unchanged(db, target, current, []);
  const sent = withStandingIds(kind, typed, current);
  const { copy } = await asTyped(db, { ...current, current }, sent, "autosave");
  if (standsAs(current, copy) && hasSeen(target, current) && current.state !== "trashed")
    return unchanged(db, target, current, []);
  const saved = await overwriteEntry(db, actor, target, copy, { action: "autosave" });
  if (!saved) {
    const now = tab && (await currentEntry(db, actor, target));
    if (now && isLate(target, now)) throw new Overtaken();
    return explainMiss(db, target, actor);
  }
  const publicPath = saved.state === "changed" ? await publicPathOf(id) : null;
  return { ok: true, id, ...saved, publicPath, warnings: [] };
}

function isLate({ tab }: Target, { tabId, tabEdit }: CurrentEntry): boolean {
  return tab !== undefined && tabId === tab.id && tabEdit !== null && tabEdit >= tab.edit;
}
