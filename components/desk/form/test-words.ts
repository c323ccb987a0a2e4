/** The real words of the interface, for tests of what is made from them. */
import { type Messages, createTranslator } from "next-intl";
import { readWords } from "@/i18n/read-words";
import type { SpecWords } from "./build-form-spec";

const messages: Messages = await readWords("en", { desk: true });

/** Throws for a word that is missing, where the site would show its key. */
export const words: SpecWords = (() => {
  const t = createTranslator({
    locale: "en",
    messages,
    onError: (error) => {
      throw error;
    },
  });
  return {
    say: (key, params) => t(key, params),
    has: (key) => t.has(key),
  };
})();
