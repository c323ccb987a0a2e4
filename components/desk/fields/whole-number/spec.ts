export interface WholeNumberSpec {
  kind: "wholeNumber";
}

export const wholeNumberSpec = (): WholeNumberSpec => ({ kind: "wholeNumber" });
