import { expect, it } from "vitest";
import { cleanText, countUnclean } from "./clean-text";

it.each([
  ["plain", "plain", 0],
  ["two\r\nlines\rmore", "two\nlines\nmore", 0],
  ["a soft\u000Breturn", "a soft\nreturn", 1],
  ["next\u000Cpage", "next\npage", 1],
  ["line\u2028and\u2029paragraph\u0085end", "line\nand\nparagraph\nend", 3],
  ["64,0\u00A0Mrd", "64,0 Mrd", 1],
  ["1\u202F234\u2007567", "1 234 567", 2],
  ["\uF0B7 first\n  \uF0A7 second", "• first\n  • second", 2],
  ["in\uF0B7side", "inside", 1],
  ["\uFEFFmark", "mark", 1],
  ["Kon\u00ADrad Schmitt", "Konrad Schmitt", 1],
  ["\u200Bzero\u200Bwidth", "zerowidth", 2],
  // Joiners shape letters and combining marks are text: they stay.
  ["क्\u200Dष e\u0301", "क्\u200Dष e\u0301", 0],
  ["می\u200Cخواهم", "می\u200Cخواهم", 0],
  // Nothing plain stands for this: the field refuses it.
  ["nul\u0000", "nul\u0000", 0],
  ["a \u202Eturned\u202C name", "a turned name", 2],
  ["\u202Aphone\u202C \u200E+52 55", "phone +52 55", 3],
  ["\u2068Astana\u2069, \u2066Kazakhstan\u2069", "Astana, Kazakhstan", 4],
  ["left\u200E and right\u200F", "left and right", 2],
  // Around the whole of a text they hold nothing apart.
  ["\u2067اتفاق\u2069", "اتفاق", 2],
  [" \u2067اتفاق\u2069 ", " اتفاق ", 2],
  // In a right-to-left text they say where a name or number stands, as long as each is closed.
  ["اتفاق \u2066ISO 9001 (b)\u2069 لعام", "اتفاق \u2066ISO 9001 (b)\u2069 لعام", 0],
  ["\u2067اتفاق\u2069 \u2066ISO\u2069", "\u2067اتفاق\u2069 \u2066ISO\u2069", 0],
  ["the \u2067הסכם\u2069 (2005)", "the \u2067הסכם\u2069 (2005)", 0],
  ["اتفاق\u200F (2005)", "اتفاق\u200F (2005)", 0],
  ["اتفاق \u2066ISO 9001", "اتفاق ISO 9001", 1],
  ["اتفاق ISO\u2069 \u2066", "اتفاق ISO ", 2],
  ["\u202Bاتفاق\u202C \u2066ISO\u2069", "اتفاق \u2066ISO\u2069", 2],
  // Line by line: an isolate ends with its own.
  ["اتفاق \u2066ISO\r\n9001\u2069 سنة\u000B\u2066x\u2069", "اتفاق ISO\n9001 سنة\nx", 5],
  [`${"\u2066".repeat(9)}اتفاق${"\u2069".repeat(9)} 1`, "اتفاق 1", 18],
  // The mark of Arabic letters is itself no letter.
  ["\u061C2005", "2005", 1],
])("%j is kept as %j", (typed, clean, count) => {
  expect(cleanText(typed)).toBe(clean);
  expect(countUnclean(typed)).toBe(count);
  expect(cleanText(clean)).toBe(clean);
});
