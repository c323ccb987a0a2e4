import type { PartialDateField } from "@/lib/domain/fields/partial-date/partial-date";

export interface PartialDateSpec {
  kind: "partialDate";
  /** The key of the field beside it that holds the last day. */
  lastDay?: string;
}

export const partialDateSpec = ({ lastDay }: PartialDateField): PartialDateSpec => ({
  kind: "partialDate",
  ...(lastDay !== undefined && { lastDay }),
});
