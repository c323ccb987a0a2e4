/** From what was typed to a working copy, and all that is wrong with it. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import type { Held, Typed } from "@/lib/domain/fields/field";
import type { Kind } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { project, withWords } from "@/lib/domain/projection";
import { parseRecord, type Problem } from "@/lib/domain/record";
import { linksFrom } from "@/lib/domain/references";
import { attachedFiles } from "./attached-files";
import { contextIn, type CurrentEntry, type CurrentDossier } from "./context";
import { areSubjects } from "../settings/subjects";
import { heldAgainst } from "./held-against";
import { problemsOfPair } from "./pair";
import { Refused } from "./refused";
import { predecessorsNamed } from "./named-predecessors";
import { demandKeptPredecessors } from "./removed-predecessors";
import type { WorkingCopy } from "./write";

/** The record that was typed; `id` and `current` are null for one that is not there yet. */
export interface Subject {
  kind: KindKey;
  id: string | null;
  dossierId: string | null;
  dossier: CurrentDossier | null;
  current: CurrentEntry | null;
}

/**
 * What was typed, read into a working copy, with what a save only tells: a draft may contradict itself.
 * For publication nothing may be missing, and no published record be the same.
 * @throws {Refused} with every problem that keeps it from being a working copy, or where its dossier is in the trash.
 */
export async function workingCopy(
  db: Transaction,
  { kind, id, dossierId, dossier, current }: Subject,
  typed: Typed,
  strictness: "draft" | "publish",
): Promise<{ copy: WorkingCopy; warnings: Problem[] }> {
  const definition = kindOf(kind);
  const { values, problems, mistakes, notices } = parseRecord(
    definition,
    typed,
    contextIn(dossier),
    strictness,
  );
  const links = linksFrom(definition, values);
  const projection = project(definition, values);
  const { uniqueKey } = projection;
  const among = strictness === "draft" ? "Entry" : "Record";
  const { broken, duplicates } = await heldAgainst(db, { id, kind, dossierId, links, uniqueKey }, among);
  const { unknown, words } = await attachedFiles(db, values);
  const all = [
    ...problems,
    ...broken,
    ...unknown,
    ...(current ? problemsOfPair(kind, current, values) : []),
    ...(await unknownChoices(definition, values)),
    ...(strictness === "publish" ? duplicates : []),
  ];
  if (all.length > 0) throw new Refused({ ok: false, reason: "invalid", problems: all });
  const removed = await demandKeptPredecessors(db, { kind, id }, current, values);
  const named = predecessorsNamed(kind, dossier, values);
  return {
    copy: { values, projection: withWords(projection, words), links, predecessors: { named, removed } },
    warnings: [...notices, ...mistakes, ...duplicates],
  };
}

/** A problem for each choice from a list that the desk keeps which is not in it. */
async function unknownChoices({ fields }: Kind, values: Held): Promise<Problem[]> {
  const keys = Object.entries(fields).flatMap(([key, field]) => {
    const value = values[key];
    return field.kind === "choice" && field.kept && typeof value === "string" ? [[key, value] as const] : [];
  });
  const found = await Promise.all(
    keys.map(async ([key, value]) => ({ key, isThere: await areSubjects([value]) })),
  );
  return found.filter(({ isThere }) => !isThere).map(({ key }) => ({ path: key, code: "choice.unknown" }));
}
