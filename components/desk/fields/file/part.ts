import { endingOf, isFileId, longestSearchText, maxFileSize, maxFileWords } from "@/lib/domain/files";
import type { FieldPart } from "../parts";

/** The desk is in English. */
const inDigits = new Intl.NumberFormat("en");

export const filePart: FieldPart<"file"> = {
  describe: (_, typed) =>
    typeof typed === "string" && isFileId(typed)
      ? [`${endingOf(typed).toUpperCase()} ${typed.slice(0, 8)}`]
      : [],
  isShort: () => false,
  help: (_, word) =>
    word("file.help", {
      megabytes: maxFileSize / 1024 / 1024,
      each: inDigits.format(maxFileWords),
      inAll: inDigits.format(longestSearchText),
    }),
};
