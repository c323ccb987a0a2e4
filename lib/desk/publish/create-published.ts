/** Publishing a record that is not saved yet. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import type { Typed } from "@/lib/domain/fields/field";
import type { Outcome, Written } from "../outcome";
import { contextIn, dossierFor } from "../write/context";
import { Overtaken, settled } from "../write/overtaken";
import { orRefusal } from "../write/refused";
import type { Beginning } from "../write/save";
import { workingCopy } from "../write/working-copy";
import { insertEntry } from "../write/write";
import { publishCopy, type PublishNotes } from "./publish";
import { unpublishedPredecessor } from "./published-predecessors";
import { referencesOf, unpublishedReferences } from "./publish-references";

/** What became of it; `draft` is the record where it was made and could not be published yet. */
export interface CreatedAndPublished {
  outcome: Outcome;
  draft?: Written;
}

/**
 * Makes a record and publishes it, in one transaction. What is not fit to be published is not made at all; where only
 * other records stand in the way, the draft is there (`draft`) and the outcome says what to do first.
 */
export async function createAndPublish(
  actor: Actor,
  { kind, dossierId, id, tab }: Beginning,
  typed: Typed,
  { confirmed = [], changeNote = null }: PublishNotes = {},
): Promise<CreatedAndPublished> {
  demand(actor, "publish");
  const create = async (): Promise<CreatedAndPublished> => {
    const db = database();
    const dossier = await dossierFor(db, actor, kind, dossierId);
    const subject = { kind, id: null, dossierId, dossier, current: null };
    const { copy, warnings } = await workingCopy(db, subject, typed, "publish");
    const context = contextIn(dossier);
    const review = { waiting: null, asks: dossier?.asksReview ?? false };
    const target = {
      kind,
      id: id ?? uuidv7(),
      version: 1,
      tab,
      dossierId,
      slug: null,
      context,
      confirmed,
      changeNote,
      review,
    };
    return db.$transaction(async (tx): Promise<CreatedAndPublished> => {
      if (!(await insertEntry(tx, actor, target, copy))) throw new Overtaken();
      const { sharedDrafts, missing } = await referencesOf(tx, target, copy);
      const blocked =
        missing.length > 0
          ? unpublishedReferences(missing)
          : await unpublishedPredecessor(tx, dossier, kind, copy.values);
      if (!blocked)
        return { outcome: { ...(await publishCopy(tx, actor, target, copy, sharedDrafts)), warnings } };
      const draft: Written = {
        ok: true,
        id: target.id,
        version: 1,
        state: "draft",
        publicPath: null,
        warnings: [],
      };
      return { outcome: blocked, draft };
    });
  };
  return settled(async () => {
    const created = await orRefusal(create());
    return "outcome" in created ? created : { outcome: created };
  });
}
