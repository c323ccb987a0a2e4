/** Whether a new password is one that others would try first. */
import "server-only";
import type { ZxcvbnFactory, ZxcvbnResult } from "@zxcvbn-ts/core";
import { publicUrl } from "@/lib/env";
import { readingsOf } from "./password-readings";
import { composedPassword, type PasswordFault, passwordFault, type PasswordGuess } from "./password-rules";

/** Whose password it is to be. */
export interface PasswordHolder {
  email: string;
  name: string;
}

/** What the product is called: with the site's host name, the first thing that is tried here. */
const productName = "entente";

/** Fewer guesses than that are too few, as zxcvbn counts them: "Summer2026!!" needs 10^8, four words of a list 10^13. */
const fewestGuesses = 10 ** 8.5;

/** Looked at from its start; to compare all of a long one takes seconds, and its start says enough. */
const lookedAt = 24;

/** Shorter words of a name are parts of many others. */
const shortestWord = 4;

// Its lists of common passwords, names and words take a second to load and 40 MB: once, where a password is set.
const kept = globalThis as { ententeGuesser?: Promise<ZxcvbnFactory> | undefined };

/** What is wrong with a new password, or null: its shape, or that it is easily guessed. */
export async function newPasswordFault(
  typed: string,
  holder: PasswordHolder,
): Promise<Exclude<PasswordFault, "password.current"> | null> {
  return passwordFault(typed, holder.email) ?? (await guessOf(composedPassword(typed), holder));
}

async function guessOf(password: string, holder: PasswordHolder): Promise<PasswordGuess | null> {
  const words = wordsAbout(holder);
  const check = await guesser();
  for (const reading of readingsOf(password)) {
    if (saysLittleBut(words, reading)) return "password.personal";
    const result = check.check(reading, words);
    if (result.guesses < fewestGuesses) return reasonOf(result);
  }
  return null;
}

/** Words that those who know the site and the account would try. */
function wordsAbout({ email, name }: PasswordHolder): string[] {
  const host = new URL(publicUrl()).hostname;
  const all = [
    productName,
    host,
    ...host.split("."),
    email,
    ...email.split(/[@.+_-]/),
    name,
    ...name.split(" "),
  ];
  return [...new Set(all.map((word) => word.toLowerCase()).filter((word) => word.length >= shortestWord))];
}

/** Whether hardly a letter is left of a password once those words are taken out. */
function saysLittleBut(words: readonly string[], password: string): boolean {
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const text = password.toLowerCase();
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ""), text);
  return rest !== text && [...rest.replace(/\P{L}/gu, "")].length < shortestWord;
}

function reasonOf({ sequence }: ZxcvbnResult): PasswordGuess {
  if (sequence.some((match) => match.dictionaryName === "userInputs")) return "password.personal";
  const isRow = ({ pattern }: ZxcvbnResult["sequence"][number]) =>
    pattern === "repeat" || pattern === "sequence";
  return sequence.every(isRow) ? "password.repeated" : "password.common";
}

function guesser(): Promise<ZxcvbnFactory> {
  return (kept.ententeGuesser ??= loaded().catch((error: unknown) => {
    kept.ententeGuesser = undefined;
    throw error;
  }));
}

async function loaded(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Guesser }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  return new Guesser({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
    maxLength: lookedAt,
  });
}
