/** Publishing: strict checks, then one transaction that moves the draft and the record together. */
import "server-only";
import { type ReviewBefore, reviewedDetail, reviewsBefore, settlePublished } from "../review/reviewed";
import { type Actor, demand } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { publicPathOf } from "@/lib/published/public-path";
import type { ParseContext, Typed } from "@/lib/domain/fields/field";
import { typedCopy } from "@/lib/domain/kept-copy";
import { kindOf } from "@/lib/domain/kinds/registry";
import type { Outcome, Target, Written } from "../outcome";
import { asTyped } from "../write/as-typed";
import { contextIn, currentEntry, hasSeen } from "../write/context";
import { settled } from "../write/overtaken";
import { orRefusal, Refused } from "../write/refused";
import { explainMiss } from "../write/stale";
import { isSameAs, unchanged, withStandingIds } from "../write/unchanged";
import { workingCopy } from "../write/working-copy";
import { overwriteEntry, type WorkingCopy } from "../write/write";
import { announce } from "./announce";
import { type Confirmed, confirmedDoubts } from "./doubts";
import { numberSources } from "./number-sources";
import { unpublishedPredecessor } from "./published-predecessors";
import { publishEntry } from "./publish-entries";
import { publishShared, referencesOf, type SharedDraft, unpublishedReferences } from "./publish-references";
import { writeRecords } from "./record-writer";
import { slugFor } from "./slugs";
import { takenBack } from "./taken-back";

/**
 * Saves what was typed and publishes it, together with complete drafts of sources and people that it names. Refused
 * while it leaves doubts that are not among the `confirmed` ones and were not confirmed before. What
 * has not changed since it was published, or was changed back to it, stays as it is: nothing is published anew, no date,
 * nothing to announce. `asItStands` publishes the working copy of the version that is named, with no more to save. `laidOver` is what the working copy holds afterwards, where that is another: saved
 * over what was published, as its next version and in the same transaction.
 */
export async function publish(
  actor: Actor,
  target: Target,
  typed: Typed | AsItStands,
  { confirmed = [], changeNote = null, laidOver }: PublishNotes & { laidOver?: Typed } = {},
): Promise<Outcome> {
  return publishBy(actor, target, typed, { confirmed, changeNote, laidOver, isRehearsal: false });
}

/** Said instead of what was typed, where nothing was. */
export type AsItStands = "asItStands";

/** What an editor says with a publication: which doubts they confirm, and what changed. */
export interface PublishNotes {
  confirmed?: Confirmed;
  changeNote?: string | null;
}

type Publishing = Required<PublishNotes> & { laidOver?: Typed | undefined; isRehearsal: boolean };

/** What `publish` would answer for the working copy as it stands, with everything as it was afterwards. */
export async function rehearsePublication(
  actor: Actor,
  target: Target,
  { confirmed }: { confirmed: Confirmed },
): Promise<Outcome> {
  return publishBy(actor, target, "asItStands", { confirmed, changeNote: null, isRehearsal: true });
}

/** Rolls a publication back that only shall show what would come of it. */
class Rehearsed extends Error {
  override readonly name = "Rehearsed";
  constructor(readonly outcome: Written) {
    super("rehearsed");
  }
}

async function publishBy(
  actor: Actor,
  target: Target,
  typed: Typed | AsItStands,
  { confirmed, changeNote, laidOver, isRehearsal }: Publishing,
): Promise<Outcome> {
  demand(actor, "publish");
  const { kind, id } = target;
  const publishNow = async (): Promise<Outcome> => {
    const db = database();
    const current = await currentEntry(db, actor, target);
    if (!current) return { ok: false, reason: "missing" };
    if (typed === "asItStands" && !hasSeen(target, current)) return explainMiss(db, target, actor);
    const sent =
      typed === "asItStands"
        ? typedCopy(kindOf(kind), current.draft, current.unreadable)
        : withStandingIds(kind, typed, current);
    const { copy, warnings } = await workingCopy(db, { ...current, current }, sent, "publish");
    if (!hasSeen(target, current)) return explainMiss(db, target, actor);
    if (current.state === "published" && isSameAs(current.draft, copy.values))
      return unchanged(db, target, current, warnings);
    if ((await takenBack(db, [{ ...current, copy }])).has(id))
      return isRehearsal ? unchanged(db, target, current, warnings) : takeBack(actor, target, copy, warnings);
    return db.$transaction(async (tx) => {
      const { sharedDrafts, missing } = await referencesOf(tx, current, copy);
      if (missing.length > 0) throw new Refused(unpublishedReferences(missing));
      const unknown = await unpublishedPredecessor(tx, current.dossier, kind, copy.values);
      if (unknown) throw new Refused(unknown);
      const asked = {
        ...current,
        ...target,
        context: contextIn(current.dossier),
        confirmed,
        changeNote,
        laidOver,
      };
      const written = { ...(await publishCopy(tx, actor, asked, copy, sharedDrafts)), warnings };
      if (isRehearsal) throw new Rehearsed(written);
      return written;
    });
  };
  try {
    return await settled(() => orRefusal(publishNow()));
  } catch (error) {
    if (error instanceof Rehearsed) return error.outcome;
    throw error;
  }
}

/** Saves a copy by which the record is as it is published again: nothing is published anew. */
async function takeBack(
  actor: Actor,
  target: Target,
  copy: WorkingCopy,
  warnings: Written["warnings"],
): Promise<Outcome> {
  const db = database();
  const saved = await overwriteEntry(db, actor, target, copy, { action: "save" });
  if (!saved) return explainMiss(db, target, actor);
  const publicPath = await publicPathOf(target.id, db);
  return { ok: true, id: target.id, ...saved, publicPath, warnings, isUnchanged: true };
}

/** A record about to be published: the version that the writer saw, and the slug it has had. */
export interface Publishable extends Target {
  dossierId: string | null;
  /** Its dossier's sides. */
  context: ParseContext;
  confirmed: Confirmed;
  changeNote: string | null;
  /** Where it is known already, as of a record that is made in the same transaction. */
  review?: ReviewBefore;
  /** What the working copy holds afterwards, where that is another than is published. */
  laidOver?: Typed | undefined;
  slug: string | null;
}

/**
 * Publishes a working copy and the shared drafts that it refers to, as the last part of the caller's transaction.
 * @throws {Refused} where the version is stale, or doubts are not confirmed.
 */
export async function publishCopy(
  tx: Transaction,
  actor: Actor,
  target: Publishable,
  copy: WorkingCopy,
  sharedDrafts: readonly SharedDraft[],
): Promise<Written> {
  const { id, kind } = target;
  const dossierId = kind === "dossier" ? id : target.dossierId;
  const review = target.review ?? (await reviewsBefore(tx, [{ id, dossierId, copy }]))[0]!;
  const doubts = await confirmedDoubts(tx, actor, target, copy, target.confirmed);
  const slug = await slugFor(tx, { ...target, copy });
  const detail = reviewedDetail(actor, review);
  const saved = await publishEntry(tx, actor, { ...target, copy, slug, doubts, detail }, target.changeNote);
  if (!saved) throw new Refused(await explainMiss(tx, target, actor));
  const shared = await publishShared(tx, actor, sharedDrafts);
  const own = await writeRecords(tx, [{ ...target, copy, newSlug: slug }]);
  if (dossierId !== null) await numberSources(tx, dossierId, copy.links);
  const publicPath = await publicPathOf(id, tx);
  const of = { id, kind, title: copy.projection.title };
  if (review.waiting) await settlePublished(tx, actor, of, review.waiting, target.changeNote);
  const left = target.laidOver
    ? await layOver(tx, actor, { id, kind, version: saved.version }, target.laidOver)
    : saved;
  await announce(tx, [...shared, ...own]);
  return { ok: true, id, ...left, publicPath, warnings: [] };
}

/** Saves a working copy over what was published in the same transaction, with what cannot be read of it beside it. */
async function layOver(tx: Transaction, actor: Actor, target: Target, typed: Typed) {
  const current = await currentEntry(tx, actor, target);
  const read = current && (await asTyped(tx, { ...current, current }, typed, "autosave"));
  const saved = read && (await overwriteEntry(tx, actor, target, read.copy, { action: "save" }));
  if (!saved) throw new Error(`${target.kind} ${target.id} changed while it was locked`);
  return saved;
}
