"use server";
import { redirect } from "next/navigation";
import { v7 as uuidv7 } from "uuid";
import type { Standing, WriteAnswer, WriteSuccess } from "@/components/desk/form/answer";
import type { Actor } from "@/lib/auth/actor";
import { senderOf } from "@/lib/auth/session";
import { createAndPublish } from "@/lib/desk/publish/create-published";
import type { Outcome, Target, Written } from "@/lib/desk/outcome";
import { publish } from "@/lib/desk/publish/publish";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { submitForReview } from "@/lib/desk/review/submit";
import { autosave } from "@/lib/desk/write/autosave";
import { createDraft, isBegun, saveDraft } from "@/lib/desk/write/save";
import { trash, untrash } from "@/lib/desk/write/trash";
import { type KindKey, kinds } from "@/lib/domain/kinds/registry";
import { moveOf } from "@/lib/domain/lifecycle";
import { type Problem, TamperedRequest } from "@/lib/domain/record";
import { reasonOf, shownProblems, shownRefusal } from "../wording/answers";
import { type DeskForm, readDeskForm } from "./desk-form";

/**
 * Does with a record what its form asks: saves a draft, publishes, takes down, trashes or restores it. A caller who
 * is signed out or late, or cannot be served now, gets back what they typed.
 */
export async function writeRecord(_last: WriteAnswer | null, form: FormData): Promise<WriteAnswer> {
  const asked = readDeskForm(form); // tampered hidden inputs throw
  const answer = await withCleaned(asked, await answerTo(asked, form));
  if (answer.ok && !asked.live) redirect(answer.next ?? donePath(asked, answer));
  return answer;
}

async function answerTo(asked: DeskForm, form: FormData): Promise<WriteAnswer> {
  const { kind, intent } = asked;
  const sent = { typed: asked.typed, sentVersion: asked.version };
  try {
    const actor = await senderOf(form);
    if (!actor) return { ok: false, reason: "signedOut", ...sent };
    const { outcome, draft } = await carryOut(actor, asked);
    if (!outcome.ok)
      return { ...(await shownRefusal(actor, kind, outcome, sent)), made: draft && standing(draft) };
    const next =
      intent === "save-and-next"
        ? `/admin/${kinds[kind].path}/new?after=${outcome.id}`
        : intent === "submit"
          ? donePath(asked, outcome)
          : undefined;
    const warnings = await shownProblems([...cleanedOf(asked), ...outcome.warnings]);
    // What stood so already was submitted all the same.
    const isUnchanged = outcome.isUnchanged && intent !== "submit";
    return { ok: true, intent, ...standing(outcome), next, warnings, ...(isUnchanged && { isUnchanged }) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error), ...sent };
  }
}

/** A refusal with what was made plain in what was sent: the form that comes back holds it so. */
async function withCleaned(asked: DeskForm, answer: WriteAnswer): Promise<WriteAnswer> {
  if (answer.ok || asked.cleaned.size === 0) return answer;
  return { ...answer, cleaned: await shownProblems(cleanedOf(asked)) };
}

/** What was made plain in what was sent, to be told of each field. */
function cleanedOf({ cleaned }: DeskForm): Problem[] {
  return [...cleaned].map(([path, count]) => ({ path, code: "text.cleaned", params: { count } }));
}

function standing({ id, version, state, publicPath }: Written): Standing {
  return { id, version, state, publicPath };
}

/** What became of it; `draft` is the record where it holds what was typed although what was asked beyond that was refused. */
interface CarriedOut {
  outcome: Outcome;
  draft?: Written | undefined;
}

async function carryOut(actor: Actor, asked: DeskForm): Promise<CarriedOut> {
  const done = await carryOutAsAsked(actor, asked);
  if (done.outcome.ok || done.draft) return done;
  const isKept =
    done.outcome.reason === "invalid" || done.outcome.reason === "doubtful" || isWaiting(done.outcome);
  const move = moveOf[asked.intent];
  if (!isKept || (move !== "save" && move !== "publish")) return done;
  const kept = await keep(actor, asked);
  return { ...done, ...(kept.ok && { draft: kept }) };
}

/** Whether only other records stand in the way of what is fit by itself. */
function isWaiting(outcome: Outcome): boolean {
  return !outcome.ok && outcome.reason === "blocked" && outcome.code === "unpublishedReferences";
}

/** Keeps what was typed as it is: what is wrong with it has been said. */
function keep(actor: Actor, { kind, id, version, dossierId, typed, tab }: DeskForm): Promise<Outcome> {
  const target = { kind, id: id ?? uuidv7(), version: id === null ? 0 : version, tab };
  return autosave(actor, target, dossierId, typed);
}

async function carryOutAsAsked(actor: Actor, asked: DeskForm): Promise<CarriedOut> {
  const { kind, id, dossierId, intent, typed, version, tab } = asked;
  const canBegin = moveOf[intent] === "save" || moveOf[intent] === "publish";
  const isThere = id !== null && (version > 0 || !canBegin || (await isBegun(actor, { kind, id })));
  if (isThere) {
    // Begun by an autosave, or a button, that the form had no answer to.
    const begun = version === 0 ? await keep(actor, asked) : { ok: true as const, version };
    if (!begun.ok) return { outcome: begun };
    const target = { kind, id, version: begun.version, tab };
    if (intent === "submit")
      return submitted(actor, kind, await saveDraft(actor, target, typed, "kept"), asked.changeNote);
    return { outcome: await carryOutOn(actor, target, asked) };
  }
  const place = { kind, dossierId, id: id ?? undefined, tab };
  if (moveOf[intent] === "publish") return createAndPublish(actor, place, typed, asked);
  if (moveOf[intent] !== "save") throw new TamperedRequest(`${intent}: of a record that is not saved yet`);
  const created = await createDraft(actor, place, typed, "kept");
  return intent === "submit" ? submitted(actor, kind, created, asked.changeNote) : { outcome: created };
}

function carryOutOn(actor: Actor, target: Target, { intent, typed, ...said }: DeskForm): Promise<Outcome> {
  switch (intent) {
    case "save":
    case "save-and-next":
    case "submit":
      return saveDraft(actor, target, typed, "kept");
    case "publish":
    case "publish-confirmed":
      return publish(actor, target, typed, said);
    case "unpublish":
      return unpublish(actor, target);
    case "trash":
      return trash(actor, target);
    case "untrash":
      return untrash(actor, target);
  }
}

/** Submits what was just saved for review; where that is refused, it is saved all the same. */
async function submitted(
  actor: Actor,
  kind: KindKey,
  saved: Outcome,
  note: string | null,
): Promise<CarriedOut> {
  if (!saved.ok) return { outcome: saved };
  const outcome = await submitForReview(actor, { kind, id: saved.id, version: saved.version }, note ?? "");
  return outcome.ok ? { outcome: saved } : { outcome, draft: saved };
}

/** The record's page, which says what was done. */
function donePath(
  { kind, intent, cleaned }: DeskForm,
  { id, isUnchanged }: Pick<WriteSuccess, "id" | "isUnchanged">,
): string {
  const did = intent === "submit" ? "submit" : isUnchanged ? "nothing" : moveOf[intent];
  // Without scripts the page that follows has to be told what was made plain.
  const made = [...cleaned.keys()].map((field) => `&cleaned=${encodeURIComponent(field)}`).join("");
  return `/admin/${kinds[kind].path}/${id}?did=${did}${made}`;
}
