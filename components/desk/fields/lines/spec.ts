import type { LinesField } from "@/lib/domain/fields/lines/lines";

export interface LinesSpec {
  kind: "lines";
  /** Of each line. */
  max: number;
}

export const linesSpec = ({ max }: LinesField): LinesSpec => ({ kind: "lines", max });
