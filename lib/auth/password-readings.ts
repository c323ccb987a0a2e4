/** What a password says in other spellings, which are guessed as soon as it is. */
import anyAscii from "any-ascii";

/** The keys of a Russian keyboard, and what an English one has on the same. */
const russian = new Map(
  [..."йцукенгшщзхъфывапролджэячсмитьбюё"].map((letter, at) => [
    letter,
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"[at]!,
  ]),
);

/** What the keys of an English keyboard write with shift, and what without it. */
const unshifted = new Map(
  [...`~!@#$%^&*()_+{}|:"<>?`].map((sign, at) => [sign, "`1234567890-=[]\\;',./"[at]!]),
);

/** So many different words are a phrase: what stands between them counts. */
const wordsOfPhrase = 3;

/** A part that is said twice, and how much of a long password is searched for such, which takes its square. */
const saidTwice = /(.{4,24})(.*?)\1/s;
const lookedThrough = 64;

/** A year, or digits in a row, which are guessed with every word: "2026", "1234", "777". */
const rows = Array.from({ length: 9 }, (_, more) => "1234567890".slice(0, more + 2));
const number = String.raw`(?:(?:19|20)\d\d|(?<digit>\d)\k<digit>+|${rows.join("|")})`;
const between = String.raw`[^\p{L}\p{N}]*`;
const numberBehind = new RegExp(
  String.raw`^${between}(?<rest>\p{L}.*\p{L})${between}${number}${between}$`,
  "su",
);
const numberBefore = new RegExp(String.raw`^${between}${number}${between}(?<rest>\p{L}.*)$`, "su");

/**
 * One word in letters of which words are made, as people write it. Of twelve letters it may be four words of three each; in
 * scripts other than those with capitals, Hebrew and Arabic a letter may be a word.
 */
const word =
  /^(?:\p{Lu}?[\p{Ll}\p{M}]{1,10}|[\p{Lu}\p{M}]{1,11}|[\u05d0-\u05ea\u0620-\u065f\u066e-\u06d3]{1,11})[^\p{L}\p{N}\p{M}]*$/u;

/** Each once: as it is, in plain Latin letters, by the keys of other keyboards, without what adds nothing to it. */
export function readingsOf(password: string): string[] {
  const latin = anyAscii(password.normalize("NFKC"));
  const said = [password, latin, onKeys(password, russian), onKeys(password, unshifted), bareOf(latin)];
  const less = said.flatMap((reading) => [withoutNumber(reading), saidOnce(reading)]);
  // Of one without letters and digits nothing is left to read.
  return [...new Set([...said, ...less])].filter((reading) => reading.trim() !== "" || reading === password);
}

/** Whether a reading is one word, of whatever language, and a number that is guessed with every word. */
export function isWordAndNumber(reading: string): boolean {
  const rest = withoutNumber(reading);
  return rest !== reading && word.test(rest);
}

const onKeys = (text: string, keyboard: ReadonlyMap<string, string>) =>
  [...text.toLowerCase()].map((one) => keyboard.get(one) ?? one).join("");

/** Without punctuation; without spaces too where it is spelt, or of too few words for a phrase. */
function bareOf(latin: string): string {
  return latin.replace(isPhrase(latin) ? /[^a-z0-9 ]/gi : /[^a-z0-9]/gi, "");
}

/** Whether something stands between three different words or more. */
export function isPhrase(text: string): boolean {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{M}]+/gu));
  return !isSpelt(text) && words.size >= wordsOfPhrase;
}

/** Without a year or row of digits before or behind it. */
const withoutNumber = (text: string) =>
  (numberBehind.exec(text) ?? numberBefore.exec(text))?.groups?.["rest"] ?? text;

/** With what it says twice said once. */
function saidOnce(text: string): string {
  const once = text.slice(0, lookedThrough).replace(saidTwice, "$1$2");
  return once === text ? text : saidOnce(once);
}

/** Whether it is spelt letter by letter, with something between each two. */
const isSpelt = (text: string) => /^[a-z0-9]([^a-z0-9]+[a-z0-9])+[^a-z0-9]*$/i.test(text);
