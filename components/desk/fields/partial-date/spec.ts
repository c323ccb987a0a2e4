export interface PartialDateSpec {
  kind: "partialDate";
}

export const partialDateSpec = (): PartialDateSpec => ({ kind: "partialDate" });
