/** Agreements in the order and groups in which the page lists them. */
import { subjects } from "@/lib/domain/kinds/agreement";
import type { Viewed } from "../frame/setting";

export type Grouping = "subject" | "status";
const statuses = ["yes", "no", "unknown"] as const;

export interface AgreementGroup {
  /** The choice that all of the group share: a subject, or whether they are in force. */
  choice: string;
  agreements: Viewed<"agreement">[];
}

/** The agreements by subject or by status, in the definition's order; empty groups are left out. */
export function groupAgreements(agreements: readonly Viewed<"agreement">[], by: Grouping): AgreementGroup[] {
  const choices: readonly string[] = by === "subject" ? subjects : statuses;
  const choiceOf = ({ values }: Viewed<"agreement">) => (by === "subject" ? values.subject : values.inForce);
  return choices
    .map((choice) => ({ choice, agreements: agreements.filter((one) => choiceOf(one) === choice) }))
    .filter((group) => group.agreements.length > 0);
}

/** How an address wants agreements grouped; by subject unless it says otherwise. */
export function readGrouping(by: string | string[] | undefined): Grouping {
  return by === "status" ? "status" : "subject";
}
