import { typedTexts } from "@/lib/domain/fields/typed";
import type { FieldPart } from "../parts";

export const pathsPart: FieldPart<"paths"> = {
  describe: (_, typed, { nameOf }) => [typedTexts(typed).map(nameOf).join(", ")].filter(Boolean),
  isShort: () => false,
};
