/** The real words of the interface, for tests of what is made from them. */
import { createTranslator } from "next-intl";
import publicWords from "@/messages/en.json";
import deskWords from "@/messages/en.desk.json";
import type { SpecWords } from "./build-form-spec";

const messages = { ...deskWords, ...publicWords } as never;

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
    say: (key, params) => t(key as never, params as never),
    has: (key) => t.has(key as never),
  };
})();
