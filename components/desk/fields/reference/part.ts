import type { FieldPart } from "../parts";
import { oneText } from "../words";

export const referencePart: FieldPart<"reference"> = {
  describe: (_, typed, { titleOf }) => oneText(typed, titleOf),
  isShort: () => false,
};

export const referencesPart: FieldPart<"references"> = {
  describe: (_, typed, { titleOf }) =>
    typeof typed === "string" ? [] : typed.flatMap((id) => (typeof id === "string" ? [titleOf(id)] : [])),
  isShort: () => false,
};
