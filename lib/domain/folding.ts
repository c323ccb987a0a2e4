/** Text as searches compare it. `entente_folded` does the same in the database: a test holds the two together. */

/**
 * Marks that change no letter into another one: of Latin, Greek and Cyrillic letters, and the vowel points of Hebrew and
 * Arabic. Those of Indian scripts are letters of their own and stay.
 */
const marks =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g;

/** Letters that are variants of others without being made of them and a mark. */
const variants: Readonly<Record<string, string>> = {
  ...{ æ: "ae", œ: "oe", ø: "o", ß: "ss", þ: "th", ð: "d", đ: "d", ħ: "h", ı: "i", ĸ: "q", ł: "l", ŋ: "n" },
  ...{
    ĳ: "ij",
    ŀ: "l",
    ſ: "s",
    ǆ: "dz",
    ǉ: "lj",
    ǌ: "nj",
    ǳ: "dz",
    ƒ: "f",
    ƶ: "z",
    ǥ: "g",
    ŧ: "t",
    ƀ: "b",
    ɓ: "b",
    ƙ: "k",
    ƴ: "y",
    ɖ: "d",
    ɗ: "d",
    ɨ: "i",
    ʉ: "u",
    ς: "σ",
    ʀ: "r",
    ƕ: "hv",
    ƞ: "n",
    ɡ: "g",
    ɬ: "l",
    ɪ: "i",
    ʝ: "j",
  },
};
const variant = new RegExp(`[${Object.keys(variants).join("")}]`, "g");

const ascii = /^[\u0000-\u007f]*$/;

/** Lower case without accents, in whatever script. */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .replace(marks, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(variant, (letter) => variants[letter]!);
}
