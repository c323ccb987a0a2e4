/** What a change set does to one record: the desk's own writes, each over the version that was seen. */
import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Typed } from "@/lib/domain/fields/field";
import { kindOf } from "@/lib/domain/kinds/registry";
import { statesOtherwise } from "@/lib/domain/supports";
import type { Outcome, Target } from "../outcome";
import { publish, type PublishNotes } from "../publish/publish";
import { type NoteTogether, publishTogether } from "../publish/publish-together";
import { verify } from "../publish/verify";
import { unpublish, unpublishTogether } from "../publish/withdraw";
import { saveDraft } from "../write/save";
import { trash } from "../write/trash";
import type { BulkAction, BulkParams } from "./change-set";
import { type Applied, onDraft } from "./on-draft";
import { setField } from "./set-field";

/** Does it to one record; a source is cited under the id `citation`. */
export async function applyChange(
  actor: Actor,
  target: Target,
  action: BulkAction,
  params: BulkParams,
  citation: string,
): Promise<Applied> {
  const plain = async (outcome: Promise<Outcome>) => ({ outcome: await outcome, remembered: {} });
  switch (action) {
    case "unpublish":
      return plain(unpublish(actor, target));
    case "trash":
      return plain(trash(actor, target));
    case "verify":
      return plain(verify(actor, target));
    case "publish":
      return plain(publish(actor, target, "asItStands", notesOf(params)));
    case "cite":
      return addSource(actor, target, params.source, citation);
    case "set":
      return setField(actor, target, params);
  }
}

/** Whether an action can be done to several records in one transaction. */
export const isDoneTogether = (action: BulkAction) => action === "publish" || action === "unpublish";

/**
 * Does it to those of several records that nothing stands in the way of, in one transaction, which begins what `note` does with
 * what became of them; all others are for `applyChange`.
 */
export async function applyTogether(
  actor: Actor,
  targets: readonly Target[],
  action: BulkAction,
  params: BulkParams,
  note: NoteTogether,
): Promise<void> {
  if (action === "unpublish") await unpublishTogether(actor, targets, note);
  if (action === "publish") await publishTogether(actor, targets, notesOf(params), note);
}

const notesOf = (params: BulkParams): PublishNotes => ({
  confirmed: params.confirmAll ? "all" : [],
  changeNote: params.changeNote ?? null,
});

async function addSource(
  actor: Actor,
  target: Target,
  source: string | undefined,
  citation: string,
): Promise<Applied> {
  if (source === undefined || !kindOf(target.kind).cited) return "noSuchField";
  let isCited = false;
  const outcome = await onDraft(actor, target, (typed) => {
    const citations = Array.isArray(typed.citations) ? (typed.citations as Typed[]) : [];
    isCited = citations.some((one) => one.source === source && !statesOtherwise(one));
    const added = isCited ? citations : [...citations, { id: citation, source }];
    return saveDraft(actor, target, { ...typed, citations: added });
  });
  return { outcome, remembered: isCited ? {} : { citation } };
}
