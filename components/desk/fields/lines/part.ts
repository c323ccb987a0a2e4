import type { FieldPart } from "../parts";
import { linesOf } from "../words";

export const linesPart: FieldPart<"lines"> = {
  describe: (_, typed) => linesOf(typed),
  isShort: () => false,
  help: ({ help }, word) => (help ? "" : word("linesHelp")),
};
