import { endingOf, isFileId, maxFileSize } from "@/lib/domain/files";
import type { FieldPart } from "../parts";

export const filePart: FieldPart<"file"> = {
  describe: (_, typed) =>
    typeof typed === "string" && isFileId(typed)
      ? [`${endingOf(typed).toUpperCase()} ${typed.slice(0, 8)}`]
      : [],
  isShort: () => false,
  help: (_, word) => word("file.help", { megabytes: maxFileSize / 1024 / 1024 }),
};
