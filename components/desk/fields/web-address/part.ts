import type { FieldPart } from "../parts";
import { oneText } from "../words";

export const webAddressPart: FieldPart<"webAddress"> = {
  describe: (_, typed) => oneText(typed),
  isShort: () => false,
};
