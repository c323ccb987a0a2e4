import type { FieldPart } from "../parts";
import { oneText } from "../words";

export const partialDatePart: FieldPart<"partialDate"> = {
  describe: (_, typed, { readingOf }) => oneText(typed, readingOf),
  isShort: () => true,
  help: (_, word) => word("dateHelp"),
};
