/** Publications and withdrawals that wait for their time, as the desk speaks of them. */
import { z } from "zod";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { keptBlocked, keptInvalid, keptName, keptProblem } from "../kept-refusal";

/** What can be scheduled. */
export const schedulable = ["publish", "unpublish"] as const;
export type SchedulableMove = (typeof schedulable)[number];

/** Why something that was scheduled was not done, with what stands in its way. */
const refusal = z.discriminatedUnion("reason", [
  keptInvalid,
  z.object({
    reason: z.literal("doubtful"),
    doubts: z.array(keptProblem.extend({ other: keptName.optional() })),
  }),
  keptBlocked,
  // The record was saved after it was scheduled: the editor has not seen what would be published.
  z.object({ reason: z.literal("changed"), by: z.string() }),
  // Who scheduled it may not do it any more, or has no open account.
  z.object({ reason: z.enum(["forbidden", "noAccount"]) }),
  // It failed again and again, for a fault that the server's log tells of.
  z.object({ reason: z.literal("fault") }),
]);
export type ScheduleRefusal = z.infer<typeof refusal>;

/** What came of it: `late` is how many seconds after its time, `already` that it stood so. */
const result = z.discriminatedUnion("state", [
  z.object({ state: z.literal("done"), late: z.number(), already: z.literal(true).optional() }),
  z.object({ state: z.literal("refused"), refusal }),
]);
export type ScheduleResult = z.infer<typeof result>;

/** A result as it was kept; what cannot be read, as a restored backup may hold it, counts as a fault. */
export function readResult(kept: unknown): ScheduleResult {
  return result.safeParse(kept).data ?? { state: "refused", refusal: { reason: "fault" } };
}

/** One that waits, or that has been settled. */
export interface ScheduledMove {
  id: string;
  version: number;
  entryId: string;
  kind: KindKey;
  title: string;
  move: SchedulableMove;
  dueAt: string;
  /** The time zone in which its time was given. */
  zone: string;
  madeByName: string;
  /** The record was saved since: a publication will be refused unless it is scheduled anew. */
  isOutdated: boolean;
  /** Null while it waits. */
  result: ScheduleResult | null;
}

/** How late, in seconds, is worth a word. */
export const lateAfter = 120;
