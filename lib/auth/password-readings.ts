/** What a password says in other spellings, which are guessed as soon as it is. */
import anyAscii from "any-ascii";

/** The keys of a Russian keyboard, and what an English one has on the same. */
const keys = new Map(
  [..."йцукенгшщзхъфывапролджэячсмитьбюё"].map((letter, at) => [
    letter,
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"[at]!,
  ]),
);

/** Each once: as it is, in plain Latin letters, by the keys of another keyboard, and without its punctuation. */
export function readingsOf(password: string): string[] {
  const latin = anyAscii(password.normalize("NFKC"));
  const onKeys = [...password.toLowerCase()].map((one) => keys.get(one) ?? one).join("");
  const bare = isSpelt(latin) ? latin.replace(/[^a-z0-9]/gi, "") : latin.replace(/[^a-z0-9 ]/gi, "");
  // Of one without letters and digits nothing is left to read.
  return [...new Set([password, latin, onKeys, bare])].filter(
    (reading) => reading.trim() !== "" || reading === password,
  );
}

/** Whether it is spelt letter by letter, with something between each two. */
const isSpelt = (text: string) => /^[a-z0-9]([^a-z0-9]+[a-z0-9])+[^a-z0-9]*$/i.test(text);
