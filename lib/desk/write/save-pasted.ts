/** Saves the records of a pasted table: each by itself, whole or not at all, with an answer for each. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { isUnreachable } from "@/lib/database/failures";
import type { Doubt } from "@/lib/domain/doubts";
import type { Typed } from "@/lib/domain/fields/field";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { mostRecords } from "@/lib/domain/pasted/most-records";
import type { Outcome, Written } from "../outcome";
import { createAndPublish } from "../publish/create-published";
import { askedDoubt } from "../publish/doubts";
import { publish } from "../publish/publish";
import { createDraft, saveDraft } from "./save";

/** A record to save: over the version that its writer saw of one that stands, or as a new one (`onto` null). */
export interface PastedWrite {
  typed: Typed;
  onto: { id: string; version: number } | null;
  /** The doubts about it that are confirmed, by their keys. */
  confirmed: readonly string[];
  /** What the other records of the table make doubtful about it: asked before it is published, as all doubts are. */
  amongLines: readonly Doubt[];
}

interface Place {
  kind: KindKey;
  dossierId: string | null;
}

/** How records are saved; what changed is said of every one that is published. */
export type Saving = { as: "drafts" } | { as: "published"; changeNote: string | null };

/** What became of one record. `made`: the draft that there is now although it could not be published. */
export interface PastedOutcome {
  outcome: Outcome;
  made?: Written;
}

/**
 * Saves records one after another, as drafts or published at once. An answer stands at the place of each; there are fewer
 * where the database was out of reach before the end: what is not answered was not saved.
 * @throws {Forbidden}
 */
export async function savePasted(
  actor: Actor,
  { kind, dossierId }: Place,
  records: readonly PastedWrite[],
  how: Saving,
): Promise<PastedOutcome[]> {
  demand(actor, how.as === "published" ? "publish" : "write");
  if (records.length > mostRecords) throw new Error(`${records.length} records at once`);
  const saved: PastedOutcome[] = [];
  for (const record of records) {
    try {
      saved.push(await saveOne(actor, { kind, dossierId }, record, how));
    } catch (error) {
      if (isUnreachable(error)) return saved;
      throw error;
    }
  }
  return saved;
}

async function saveOne(actor: Actor, at: Place, write: PastedWrite, how: Saving): Promise<PastedOutcome> {
  if (how.as === "drafts") return { outcome: await draftOf(actor, at, write) };
  const doubts = write.amongLines.map(askedDoubt);
  if (doubts.some(({ key }) => !write.confirmed.includes(key)))
    return { outcome: { ok: false, reason: "doubtful", doubts } };
  const saved = await publishedOf(actor, at, write, how.changeNote);
  const { outcome } = saved;
  if (outcome.ok || outcome.reason !== "doubtful") return saved;
  // What is asked besides comes with these, so that one answer confirms all.
  const asked = new Map([...doubts, ...outcome.doubts].map((doubt) => [doubt.key, doubt]));
  return { ...saved, outcome: { ...outcome, doubts: [...asked.values()] } };
}

function draftOf(actor: Actor, at: Place, { typed, onto }: PastedWrite): Promise<Outcome> {
  return onto ? saveDraft(actor, { kind: at.kind, ...onto }, typed) : createDraft(actor, at, typed);
}

async function publishedOf(
  actor: Actor,
  at: Place,
  { typed, onto, confirmed }: PastedWrite,
  changeNote: string | null,
): Promise<PastedOutcome> {
  if (onto)
    return { outcome: await publish(actor, { kind: at.kind, ...onto }, typed, { confirmed, changeNote }) };
  const { outcome, draft } = await createAndPublish(actor, at, typed, { confirmed, changeNote });
  return { outcome, ...(draft && { made: draft }) };
}
