import type { FieldPart } from "../parts";
import { oneText } from "../words";

export const wholeNumberPart: FieldPart<"wholeNumber"> = {
  describe: (_, typed) => oneText(typed),
  isShort: () => true,
};
