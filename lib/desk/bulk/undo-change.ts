/** Taking back what a change set did to one record. */
import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { may } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import type { Typed } from "@/lib/domain/fields/field";
import { typedCopy } from "@/lib/domain/kept-copy";
import { kindOf } from "@/lib/domain/kinds/registry";
import { isPublic, type MoveName } from "@/lib/domain/lifecycle";
import type { Outcome, Target, Written } from "../outcome";
import { publish } from "../publish/publish";
import { unpublish } from "../publish/withdraw";
import { currentEntry } from "../write/context";
import { saveDraft } from "../write/save";
import { untrash } from "../write/trash";
import type { BulkAction, BulkParams, ChangeItem } from "./change-set";
import { onDraft } from "./on-draft";

/** Brings a record back to how it stood before `action`, if it stands as that left it. */
export async function undoChange(
  actor: Actor,
  target: Target,
  action: BulkAction,
  params: BulkParams,
  item: ChangeItem,
): Promise<Outcome> {
  switch (action) {
    case "publish":
      // Of one that readers saw already, the earlier publication; else none.
      return isPublic(item.stateBefore) ? standAgain(actor, target, item) : unpublish(actor, target);
    case "unpublish":
      return standAgain(actor, target, item);
    case "trash": {
      const asked = await untrash(actor, target);
      const back = asked.ok || asked.reason !== "stale" ? asked : ((await takenOut(actor, target)) ?? asked);
      return back.ok && isPublic(item.stateBefore) ? standAgain(actor, at(target, back), item) : back;
    }
    case "cite":
      return takeBack(actor, target, item, (typed) => ({
        ...typed,
        citations: (Array.isArray(typed.citations) ? (typed.citations as Typed[]) : []).filter(
          ({ id }) => id !== item.remembered.citation,
        ),
      }));
    case "set":
      // A server died before it could say what stood there: nothing is guessed.
      if (item.remembered.previous === undefined)
        return { ok: false, reason: "blocked", code: "wrongState", records: [] };
      return takeBack(actor, target, item, (typed) => ({
        ...typed,
        [params.field ?? ""]: item.remembered.previous ?? "",
      }));
    case "verify":
      throw new Error("that a record was checked is not taken back");
  }
}

/** What `undoChange` leaves in the audit trail: for each version that it makes, the acts that can make it. */
export function actsOfUndo(
  action: BulkAction,
  { stateBefore }: ChangeItem,
): readonly (readonly MoveName[])[] {
  const stoodAgain: MoveName[][] = stateBefore === "published" ? [["publish"]] : [["publish"], ["save"]];
  switch (action) {
    case "publish":
      return isPublic(stateBefore) ? stoodAgain : [["unpublish"]];
    case "unpublish":
      return stoodAgain;
    case "trash":
      return [["untrash"], ...(isPublic(stateBefore) ? stoodAgain : [])];
    case "cite":
    case "set":
      return [["publish", "save"]];
    case "verify":
      return [];
  }
}

/** The items of a set that only have to be taken down again, which can be done to many in one transaction. */
export function onlyTakenDown(action: BulkAction, items: readonly ChangeItem[]): ChangeItem[] {
  return action === "publish" ? items.filter(({ stateBefore }) => !isPublic(stateBefore)) : [];
}

/**
 * The record, where it came out of the trash in an earlier round: publishing it waited for another of the set, or a server
 * died before it.
 */
async function takenOut(actor: Actor, target: Target): Promise<Written | null> {
  const current = await currentEntry(database(), actor, target);
  if (current?.version !== target.version + 1 || current.state === "trashed") return null;
  const { id } = target;
  const { version, state } = current;
  const event = await database().auditEvent.findFirst({
    where: { entryId: id, version, byId: actor.id, action: "untrash" },
    select: { id: true },
  });
  return event && { ok: true, id, version, state, publicPath: null, warnings: [] };
}

const at = (target: Target, { version }: Written): Target => ({ ...target, version });

/** Publishes what readers saw before, and lays over it the draft as it stands, where that was another. */
async function standAgain(actor: Actor, target: Target, item: ChangeItem): Promise<Outcome> {
  const shown = await database().revision.findFirst({
    where: { entryId: target.id, version: item.publishedBefore ?? -1 },
    select: { values: true },
  });
  return onDraft(actor, target, (draft) => {
    const seen = shown ? typedCopy(kindOf(target.kind), shown.values) : draft;
    return publish(actor, target, seen, {
      confirmed: "all",
      ...(item.stateBefore === "published" ? {} : { laidOver: draft }),
    });
  });
}

/** Saves the record without the change; published anew where it was as published, by those who may. */
function takeBack(
  actor: Actor,
  target: Target,
  { stateBefore }: ChangeItem,
  without: (typed: Typed) => Typed,
): Promise<Outcome> {
  return onDraft(actor, target, (typed) =>
    stateBefore === "published" && may(actor, "publish")
      ? publish(actor, target, without(typed), { confirmed: "all" })
      : saveDraft(actor, target, without(typed)),
  );
}
