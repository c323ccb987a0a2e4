import type { FieldPart } from "../parts";
import { labelOf, oneText } from "../words";

export const choicePart: FieldPart<"choice"> = {
  describe: ({ options }, typed) => oneText(typed, (value) => labelOf(options, value)),
  isShort: () => true,
  options: ({ options }) => options,
};
