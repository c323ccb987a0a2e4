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
  // Nothing plain stands for these: the field refuses them.
  ["nul\u0000 \u202Eturned", "nul\u0000 \u202Eturned", 0],
])("%j is kept as %j", (typed, clean, count) => {
  expect(cleanText(typed)).toBe(clean);
  expect(countUnclean(typed)).toBe(count);
  expect(cleanText(clean)).toBe(clean);
});
