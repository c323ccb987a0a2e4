/** Agreements in the order and groups in which the page lists them. */
import { canBeInForce } from "@/lib/domain/kinds/agreement-terms";
import { subjectKeys } from "@/lib/domain/subjects";
import type { Setting, Viewed } from "../frame/setting";
import type { Query } from "../kind-view";

export type Grouping = "subject" | "status";
const statuses = ["yes", "no", "unknown"] as const;
/** The group of what cannot be in force at all, whatever is recorded of that. */
const statement = "statement";

export interface AgreementGroup {
  /** The choice that all of the group share: a subject, or whether they are in force. */
  choice: string;
  agreements: Viewed<"agreement">[];
}

/** The agreements by subject or by status, in the order of their lists; empty groups are left out. */
export function groupAgreements(
  agreements: readonly Viewed<"agreement">[],
  by: Grouping,
  setting: Pick<Setting, "subjects">,
): AgreementGroup[] {
  const choiceOf = ({ values }: Viewed<"agreement">) =>
    by === "status" && !canBeInForce(values.type) ? statement : values[groupedField[by]];
  return [...choicesOf(by, setting), statement]
    .map((choice) => ({ choice, agreements: agreements.filter((one) => choiceOf(one) === choice) }))
    .filter((group) => group.agreements.length > 0);
}

/** How an address wants agreements grouped; by subject unless it says otherwise, or narrows them by status. */
export function readGrouping({ by, status }: Query): Grouping {
  return by === "status" || status ? "status" : "subject";
}

/** What a group's choice is a value of. */
export const groupedField = { subject: "subject", status: "inForce" } as const satisfies Record<
  Grouping,
  keyof Viewed<"agreement">["values"]
>;

/** The choices of a grouping, in the order of their list. */
export function choicesOf(by: Grouping, { subjects = [] }: Pick<Setting, "subjects">): readonly string[] {
  return by === "subject" ? subjectKeys(subjects) : statuses;
}
