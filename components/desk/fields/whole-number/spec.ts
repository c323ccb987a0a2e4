import type { WholeNumberField } from "@/lib/domain/fields/whole-number/whole-number";

export interface WholeNumberSpec {
  kind: "wholeNumber";
  min: number;
  max: number;
  /** It may be typed as a fiscal year: "2013-14". */
  mayBeFiscal: boolean;
}

export const wholeNumberSpec = ({ min, max, mayBeFiscal }: WholeNumberField): WholeNumberSpec => ({
  kind: "wholeNumber",
  min,
  max,
  mayBeFiscal,
});
