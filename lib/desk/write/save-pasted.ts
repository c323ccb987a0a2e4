/** Saves the records of a pasted table: each by itself, whole or not at all, with an answer for each. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { isUnreachable } from "@/lib/database/failures";
import type { Typed } from "@/lib/domain/fields/field";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { mostRecords } from "@/lib/domain/pasted/most-records";
import type { Outcome, Written } from "../outcome";
import { createAndPublish } from "../publish/create-published";
import { publish } from "../publish/publish";
import { createDraft, saveDraft } from "./save";

/** A record to save: over the version that its writer saw of one that stands, or as a new one (`onto` null). */
export interface PastedWrite {
  typed: Typed;
  onto: { id: string; version: number } | null;
  /** The doubts about it that are confirmed, by their keys. */
  confirmed: readonly string[];
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
  { kind, dossierId }: { kind: KindKey; dossierId: string | null },
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

async function saveOne(
  actor: Actor,
  at: { kind: KindKey; dossierId: string | null },
  { typed, onto, confirmed }: PastedWrite,
  how: Saving,
): Promise<PastedOutcome> {
  if (onto) {
    const target = { kind: at.kind, ...onto };
    const write =
      how.as === "published"
        ? publish(actor, target, typed, { confirmed, changeNote: how.changeNote })
        : saveDraft(actor, target, typed);
    return { outcome: await write };
  }
  if (how.as === "drafts") return { outcome: await createDraft(actor, at, typed) };
  const { outcome, draft } = await createAndPublish(actor, at, typed, {
    ...{ confirmed, changeNote: how.changeNote },
  });
  return { outcome, ...(draft && { made: draft }) };
}
