/** Saving drafts: lenient about what is missing, strict about versions. A save is at most four statements. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { type Actor, demand } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { publicPathOf } from "@/lib/published/public-path";
import type { Typed } from "@/lib/domain/fields/field";
import { moves, stateAfter } from "@/lib/domain/lifecycle";
import { asTyped, isNamed } from "./as-typed";
import { currentEntry, dossierFor, hasSeen } from "./context";
import type { Outcome, Target } from "../outcome";
import { Overtaken, settled } from "./overtaken";
import { orRefusal } from "./refused";
import { explainMiss } from "./stale";
import { type ReadCopy, type Subject, workingCopy } from "./working-copy";
import { standsAs, unchanged, withStandingIds } from "./unchanged";
import { insertEntry, overwriteEntry, type Overwriting } from "./write";

/**
 * What becomes of what cannot be read: a person who saves a form keeps it as it was typed, with its message; a program that
 * writes for them is refused.
 */
type Unread = "kept" | "refused";

/** Where a record begins, and where its form has chosen one, under which id. */
export interface Beginning extends Pick<Target, "kind" | "tab"> {
  dossierId: string | null;
  id?: string | undefined;
}

/** Whether there is a record of this id that the actor may see, as where the answer to its beginning was lost. */
export async function isBegun(actor: Actor, target: Pick<Target, "id" | "kind">): Promise<boolean> {
  demand(actor, "write");
  return (await currentEntry(database(), actor, target)) !== null;
}

/** Makes a new record as a draft. */
export async function createDraft(
  actor: Actor,
  { kind, dossierId, id: chosen, tab }: Beginning,
  typed: Typed,
  unread: Unread = "refused",
): Promise<Outcome> {
  demand(actor, "write");
  const create = async (): Promise<Outcome> => {
    const db = database();
    const dossier = await dossierFor(db, actor, kind, dossierId);
    const subject = { kind, id: null, dossierId, dossier, current: null };
    const { copy, warnings } = await draftOf(db, subject, typed, unread);
    const id = chosen ?? uuidv7();
    if (!(await insertEntry(db, actor, { id, kind, dossierId, tab }, copy))) throw new Overtaken();
    return { ok: true, id, version: 1, state: "draft", publicPath: null, warnings };
  };
  return settled(() => orRefusal(create()));
}

/** Saves a draft unless someone saved the same record after the version the writer saw. */
export function saveDraft(
  actor: Actor,
  target: Target,
  typed: Typed,
  unread: Unread = "refused",
): Promise<Outcome> {
  return saveAs(actor, target, typed, { action: "save" }, unread);
}

/** Saves what was typed as a new version, under the action that its revision shall have. */
export async function saveAs(
  actor: Actor,
  target: Target,
  typed: Typed,
  how: Extract<Overwriting, { action: "save" | "restore" }>,
  unread: Unread = "refused",
): Promise<Outcome> {
  const { action } = how;
  demand(actor, moves[action].needs);
  const save = async (): Promise<Outcome> => {
    const db = database();
    const current = await currentEntry(db, actor, target);
    if (!current) return { ok: false, reason: "missing" };
    const { kind, id } = target;
    const sent = withStandingIds(kind, typed, current);
    const read = await draftOf(db, { ...current, current }, sent, unread);
    const { warnings } = read;
    const copy =
      how.action === "restore" && how.unreadable ? { ...read.copy, unreadable: how.unreadable } : read.copy;
    // A restored version is noted in the history, also where it is the one that stands.
    // What was autosaved becomes a version by being saved.
    const isAsItStands = action === "save" && !current.isAutosaved && standsAs(current, copy);
    if (isAsItStands && hasSeen(target, current) && stateAfter(action, current.state))
      return unchanged(db, target, current, warnings);
    const saved = await overwriteEntry(db, actor, target, copy, how);
    if (!saved) return explainMiss(db, target, actor);
    const publicPath = saved.state === "changed" ? await publicPathOf(id) : null;
    return { ok: true, id, ...saved, publicPath, warnings };
  };
  return settled(() => orRefusal(save()));
}

/** The working copy of a draft, and what its save tells: of what cannot be read, why. */
async function draftOf(db: Transaction, subject: Subject, typed: Typed, unread: Unread): Promise<ReadCopy> {
  if (unread === "refused") return workingCopy(db, subject, typed, "draft");
  const { copy, problems, warnings } = await asTyped(db, subject, typed, "draft");
  const others = warnings.filter((one) => !isNamed(problems, one));
  return { copy, warnings: [...problems, ...others] };
}
