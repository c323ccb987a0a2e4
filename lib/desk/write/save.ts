/** Saving drafts: lenient about what is missing, strict about versions. A save is at most four statements. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { publicPathOf } from "@/lib/published/public-path";
import type { Typed } from "@/lib/domain/fields/field";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { moves, stateAfter } from "@/lib/domain/lifecycle";
import { currentEntry, dossierFor, hasSeen } from "./context";
import type { Outcome, Target } from "../outcome";
import { Overtaken, settled } from "./overtaken";
import { orRefusal } from "./refused";
import { explainMiss } from "./stale";
import { workingCopy } from "./working-copy";
import { isSameAs, unchanged, withStandingIds } from "./unchanged";
import { insertEntry, overwriteEntry, type Overwriting } from "./write";

/** Makes a new record as a draft. */
export async function createDraft(
  actor: Actor,
  { kind, dossierId }: { kind: KindKey; dossierId: string | null },
  typed: Typed,
): Promise<Outcome> {
  demand(actor, "write");
  const create = async (): Promise<Outcome> => {
    const db = database();
    const dossier = await dossierFor(db, actor, kind, dossierId);
    const subject = { kind, id: null, dossierId, dossier, current: null };
    const { copy, warnings } = await workingCopy(db, subject, typed, "draft");
    const id = uuidv7();
    if (!(await insertEntry(db, actor, { id, kind, dossierId }, copy))) throw new Overtaken();
    return { ok: true, id, version: 1, state: "draft", publicPath: null, warnings };
  };
  return settled(() => orRefusal(create()));
}

/** Saves a draft unless someone saved the same record after the version the writer saw. */
export function saveDraft(actor: Actor, target: Target, typed: Typed): Promise<Outcome> {
  return saveAs(actor, target, typed, { action: "save" });
}

/** Saves what was typed as a new version, under the action that its revision shall have. */
export async function saveAs(
  actor: Actor,
  target: Target,
  typed: Typed,
  how: Extract<Overwriting, { action: "save" | "restore" }>,
): Promise<Outcome> {
  const { action } = how;
  demand(actor, moves[action].needs);
  const save = async (): Promise<Outcome> => {
    const db = database();
    const current = await currentEntry(db, actor, target);
    if (!current) return { ok: false, reason: "missing" };
    const { kind, id } = target;
    const sent = withStandingIds(kind, typed, current);
    const read = await workingCopy(db, { ...current, current }, sent, "draft");
    const { warnings } = read;
    const copy = how.action === "restore" ? { ...read.copy, unreadable: how.unreadable } : read.copy;
    // A restored version is noted in the history, also where it is the one that stands.
    // What was autosaved becomes a version by being saved.
    const isAsItStands = action === "save" && !current.isAutosaved && isSameAs(current.draft, copy.values);
    if (isAsItStands && hasSeen(target, current) && stateAfter(action, current.state))
      return unchanged(db, target, current, warnings);
    const saved = await overwriteEntry(db, actor, target, copy, how);
    if (!saved) return explainMiss(db, target, actor);
    const publicPath = saved.state === "changed" ? await publicPathOf(id) : null;
    return { ok: true, id, ...saved, publicPath, warnings };
  };
  return settled(() => orRefusal(save()));
}
