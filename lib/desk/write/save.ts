/** Saving drafts: lenient about what is missing, strict about versions. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { publicPathOf } from "@/lib/published/public-path";
import type { Typed } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { parseRecord, type Problem } from "@/lib/domain/record";
import { linksFrom } from "@/lib/domain/references";
import { project } from "@/lib/domain/projection";
import { contextOf, duplicatesOf, problemsOfLinks } from "./context";
import type { Outcome, Target } from "../outcome";
import { problemsOfPair } from "./pair";
import { orRefusal } from "./refused";
import { explainMiss } from "./stale";
import { insertEntry, overwriteEntry, type RevisionAction, type WorkingCopy } from "./write";

/** What was typed, read into a working copy, or the problems that keep it from being one. */
export async function workingCopy(
  kind: KindKey,
  dossierId: string | null,
  typed: Typed,
  strictness: "draft" | "publish",
): Promise<{ copy: WorkingCopy; problems: Problem[] }> {
  const definition = kindOf(kind);
  const context = await contextOf(kind, dossierId);
  const { values, problems } = parseRecord(definition, typed, context, strictness);
  const links = linksFrom(definition, values);
  const broken = await problemsOfLinks(database(), links, dossierId);
  return {
    copy: { values, projection: project(definition, values), links },
    problems: [...problems, ...broken],
  };
}

/** Makes a new record as a draft. */
export async function createDraft(
  actor: Actor,
  { kind, dossierId }: { kind: KindKey; dossierId: string | null },
  typed: Typed,
): Promise<Outcome> {
  demand(actor, "write");
  const read = await orRefusal(workingCopy(kind, dossierId, typed, "draft"));
  if ("ok" in read) return read;
  const { copy, problems } = read;
  if (problems.length > 0) return { ok: false, reason: "invalid", problems };
  const id = uuidv7();
  const warnings = await duplicatesOf(database(), kind, { id: null, dossierId, ...copy.projection });
  await insertEntry(database(), actor, { id, kind, dossierId }, copy);
  return { ok: true, id, version: 1, state: "draft", publicPath: null, warnings };
}

/** Saves a draft unless someone saved the same record after the version the writer saw. */
export function saveDraft(actor: Actor, target: Target, typed: Typed): Promise<Outcome> {
  return saveAs(actor, target, typed, "save");
}

/** Saves what was typed as a new version, under the name that its revision shall have. */
export async function saveAs(
  actor: Actor,
  target: Target,
  typed: Typed,
  action: Extract<RevisionAction, "save" | "restore">,
): Promise<Outcome> {
  demand(actor, "write");
  const db = database();
  const entry = await db.entry.findUnique({
    where: { id: target.id, kind: target.kind },
    select: { dossierId: true },
  });
  if (!entry) return { ok: false, reason: "missing" };
  const read = await orRefusal(workingCopy(target.kind, entry.dossierId, typed, "draft"));
  if ("ok" in read) return read;
  const { copy, problems } = read;
  problems.push(...(await problemsOfPair(db, target, copy.values)));
  if (problems.length > 0) return { ok: false, reason: "invalid", problems };
  const warnings = await duplicatesOf(db, target.kind, { id: target.id, ...entry, ...copy.projection });
  const saved = await overwriteEntry(db, actor, target, copy, { action, state: "draft" });
  if (!saved) return explainMiss(db, target);
  return { ok: true, id: target.id, ...saved, publicPath: await publicPathOf(target.id), warnings };
}
