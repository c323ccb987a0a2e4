import type { FieldPart } from "../parts";
import { linesOf } from "../words";

export const textPart: FieldPart<"text"> = {
  describe: (_, typed) => linesOf(typed),
  isShort: ({ max }) => max <= 80,
};
