/** Figures and signs of other scripts, as the keyboards of Arabic, Indian and East Asian writing have them, made plain. */
import { numberFormat } from "./intl-formats";

/** Intl's names of the ways in which the scripts of sources write digits. */
const systems = [
  "arab",
  "arabext",
  "deva",
  "beng",
  "gujr",
  "guru",
  "tamldec",
  "telu",
  "thai",
  "mymr",
  "khmr",
  "laoo",
];

let known: ReadonlyMap<string, string> | null = null;

function digitsKnown(): ReadonlyMap<string, string> {
  known ??= new Map(
    systems.flatMap((system) =>
      Array.from({ length: 10 }, (_, digit) => [
        numberFormat(`en-u-nu-${system}`, {}).format(digit),
        String(digit),
      ]),
    ),
  );
  return known;
}

/** The signs of ASCII in the width of an ideograph. */
const wide = /[\uFF01-\uFF5E]/g;
/** Marks that turn the direction of writing: programs set them around figures in right-to-left text. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** A text with the digits 0 to 9 for those of other scripts, their points and commas, signs of plain width, and no marks of direction. */
export function withPlainDigits(text: string): string {
  const plain = text
    .replace(turning, "")
    .replaceAll("\u066B", ".")
    .replaceAll("\u066C", ",")
    .replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return /(?!\d)\p{Nd}/u.test(plain)
    ? plain.replace(/\p{Nd}/gu, (digit) => digitsKnown().get(digit) ?? digit)
    : plain;
}
