import type { FieldPart } from "../parts";
import { oneText } from "../words";

export const decimalPart: FieldPart<"decimal"> = {
  describe: (_, typed) => oneText(typed),
  isShort: () => true,
  isFigure: true,
};
