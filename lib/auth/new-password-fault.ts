/** Whether a new password is one that others would try first. */
import "server-only";
import type { ZxcvbnFactory, ZxcvbnResult } from "@zxcvbn-ts/core";
import { isPhrase, isWordAndNumber, readingsOf } from "./password-readings";
import { composedPassword, type PasswordFault, passwordFault, type PasswordGuess } from "./password-rules";
import { countryWords, type PasswordHolder, saysLittleBut, wordsAbout } from "./password-words";

export type { PasswordHolder } from "./password-words";

/** Fewer guesses than that are too few, as zxcvbn counts them: "Summer2026!!" needs 10^8, four words of a list 10^13. */
const fewestGuesses = 10 ** 8.5;

/** Looked at from its start; to compare all of a long one takes seconds, and its start says enough. */
const lookedAt = 24;

/** In how many ways signs are read as letters ("p4$$w0rd"): a hundred, as by default, take seconds and find no more. */
const mostRespelt = 16;

/** So few words are no phrase unless they are rare: this many guesses, without the commonest, which stand between others. */
const fewWords = 3;
const fewestGuessesOfWords = 10 ** 9;
const smallWords = 100;

// Its lists of common passwords, names and words take a second to load and 40 MB: once, where a password is set.
const kept = globalThis as { ententeGuesser?: Promise<Guesser> | undefined };

interface Guesser {
  check: ZxcvbnFactory["check"];
  /** The commonest words of its language. */
  small: ReadonlySet<string>;
}

/** What is wrong with a new password, or null: its shape, or that it is easily guessed. */
export async function newPasswordFault(
  typed: string,
  holder: PasswordHolder,
): Promise<Exclude<PasswordFault, "password.current"> | null> {
  return passwordFault(typed, holder.email) ?? (await guessOf(composedPassword(typed), holder));
}

async function guessOf(password: string, holder: PasswordHolder): Promise<PasswordGuess | null> {
  const words = wordsAbout(holder);
  const { check, small } = await guesser();
  const readings = readingsOf(password);
  if (readings.some((reading) => saysLittleBut(words, reading))) return "password.personal";
  // Those that begin alike are looked at once.
  const starts = new Map(readings.map((reading) => [reading.slice(0, lookedAt), reading]));
  for (const reading of starts.values()) {
    const result = check(reading, words);
    if (result.guesses < fewestGuesses) return reasonOf(result);
    if (!isPhrase(password) && isFewWords(reading, result, small)) return "password.common";
  }
  return readings.some(isWordAndNumber) ? "password.common" : null;
}

/** Whether all of it is a few common words: "ministryofforeignaffairs". Of a longer one only the start was looked at. */
function isFewWords(reading: string, { sequence }: ZxcvbnResult, small: ReadonlySet<string>): boolean {
  if (reading.length > lookedAt || sequence.some(({ pattern }) => pattern !== "dictionary")) return false;
  const said = new Map(sequence.map(({ token, guesses }) => [token.toLowerCase(), guesses]));
  const words = [...said].filter(([token]) => /\p{L}/u.test(token) && !small.has(token));
  return words.length <= fewWords && words.reduce((all, [, one]) => all * one, 1) < fewestGuessesOfWords;
}

function reasonOf({ sequence }: ZxcvbnResult): PasswordGuess {
  if (sequence.some((match) => match.dictionaryName === "userInputs")) return "password.personal";
  const isRow = ({ pattern }: ZxcvbnResult["sequence"][number]) =>
    pattern === "repeat" || pattern === "sequence";
  return sequence.every(isRow) ? "password.repeated" : "password.common";
}

function guesser(): Promise<Guesser> {
  return (kept.ententeGuesser ??= loaded().catch((error: unknown) => {
    kept.ententeGuesser = undefined;
    throw error;
  }));
}

async function loaded(): Promise<Guesser> {
  const [{ ZxcvbnFactory: Factory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  const factory = new Factory({
    dictionary: { ...common.dictionary, ...english.dictionary, countries: countryWords() },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
    maxLength: lookedAt,
    l33tMaxSubstitutions: mostRespelt,
  });
  const small = new Set(english.dictionary["commonWords-en"].slice(0, smallWords).map(String));
  return { check: (...about) => factory.check(...about), small };
}
