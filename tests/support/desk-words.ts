/** The desk's words, as its actions take them from the messages, for tests of what reads or says them. */
import type { Words } from "@/i18n/kind-words";
import { readWords } from "@/i18n/read-words";

const words = await readWords("en", { desk: true });

const wordAt = (key: string) =>
  key
    .split(".")
    .reduce<string | Words | undefined>((at, part) => (typeof at === "object" ? at[part] : undefined), words);

/** A message with its parameters filled in. */
const say = (key: string, params: Record<string, string> = {}) =>
  String(wordAt(key)).replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");

/** Messages by their keys, as `namesOfColumns` takes them. */
export const deskWords = { say, has: (key: string) => typeof wordAt(key) === "string" };

/** What the interface calls a choice. */
export const wordOf = (choice: string) =>
  deskWords.has(`choices.${choice}`) ? say(`choices.${choice}`) : choice;
