/** One act on many records, as the desk speaks of it. */
import { v5 } from "uuid";
import { z } from "zod";
import { longestTyped } from "@/lib/domain/fields/field";
import { mostCharacters } from "@/lib/domain/short-note";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { keptBlocked, keptInvalid, keptProblem } from "../kept-refusal";
import type { EntryState, Refusal } from "../outcome";

/** What can be done to many records at once; "undo" takes another change set back. */
export const bulkActions = ["publish", "unpublish", "trash", "verify", "cite", "set"] as const;
export type BulkAction = (typeof bulkActions)[number];
export type ChangeSetAction = BulkAction | "undo";

/** No change set holds more records. */
export const mostRecords = 5000;
/** So many are done before the answer; with more, the rest is done in the background. */
export const atOnce = 50;

/** What an action needs besides the records. */
export const bulkParams = z.strictObject({
  /** Of "publish": also what leaves doubts. */
  confirmAll: z.boolean().optional(),
  /** Of "publish": what changed, the same for each. */
  changeNote: z
    .string()
    .min(1)
    .max(2 * mostCharacters.changeNote)
    .optional(),
  /** Of "cite": the source's id. */
  source: z.uuid().optional(),
  /** Of "set": the field's key, and its value as a form sends it. */
  field: z.string().max(60).optional(),
  value: z.string().max(longestTyped).optional(),
  /** Of "set": that the field is to be emptied, as no value is given. */
  empties: z.boolean().optional(),
});
export type BulkParams = z.infer<typeof bulkParams>;

/** Why a record was left as it was. */
const refusal = z.discriminatedUnion("reason", [
  keptInvalid,
  z.object({ reason: z.literal("doubtful"), doubts: z.array(keptProblem) }),
  keptBlocked,
  z.object({ reason: z.literal("stale"), by: z.string() }),
  z.object({ reason: z.enum(["forbidden", "missing", "fault", "noSuchField"]) }),
]);
export type ItemRefusal = z.infer<typeof refusal>;

/** What taking a change of one field or of the citations back needs: the value as it was typed, or the citation's id. */
const remembered = z.object({ previous: z.string().optional(), citation: z.string().optional() });
export type Remembered = z.infer<typeof remembered>;

/** Why an item was refused, as it was kept; what cannot be read, as a restored backup may hold it, counts as a fault. */
export const readRefusal = (kept: unknown): ItemRefusal =>
  refusal.safeParse(kept).data ?? { reason: "fault" };

/** What was kept for taking an item back. */
export const readRemembered = (kept: unknown): Remembered => remembered.safeParse(kept).data ?? {};

/** What a change set was given besides its records. */
export const readParams = (kept: unknown): BulkParams => bulkParams.safeParse(kept).data ?? {};

/** A refusal of the desk as it is kept with an item. */
export function keptRefusal(outcome: Refusal): ItemRefusal {
  switch (outcome.reason) {
    case "invalid":
      return { reason: "invalid", problems: outcome.problems };
    case "doubtful":
      return { reason: "doubtful", doubts: outcome.doubts };
    case "blocked":
      return { reason: "blocked", code: outcome.code, records: outcome.records.slice(0, 20) };
    case "stale":
      return { reason: "stale", by: outcome.by };
    case "missing":
      return { reason: "missing" };
  }
}

/**
 * The id of the citation that a set adds to a record: the same whichever server adds it, so that one is taken back that was
 * added by a server which died before it could say so.
 */
export const citationOf = (setId: string, { entryId }: ChangeItem): string => v5(entryId, setId);

/** A record of a change set, as it is worked on. */
export interface ChangeItem {
  position: number;
  entryId: string;
  kind: KindKey;
  entryVersion: number;
  stateBefore: EntryState;
  publishedBefore: number | null;
  versionAfter: number | null;
  remembered: Remembered;
}
