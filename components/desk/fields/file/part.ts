import { endingOf, isFileId } from "@/lib/domain/files";
import type { FieldPart } from "../parts";

export const filePart: FieldPart<"file"> = {
  describe: (_, typed) =>
    typeof typed === "string" && isFileId(typed)
      ? [`${endingOf(typed).toUpperCase()} ${typed.slice(0, 8)}`]
      : [],
  isShort: () => false,
};
