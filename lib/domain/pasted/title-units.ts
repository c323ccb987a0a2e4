/** What lines above or below the headings say that amounts are in: "Table 3. Trade, US$ million", "(Valor en miles de dólares)". */
import { isOtherMeasure, isScaled, saysScale, splitUnit, unitAlone, unitOf } from "./heading-units";

/** The unit of all amounts as lines above the headings say it; as it stands where it speaks of a scale that cannot be read. */
export function unitOfTitle(above: readonly (readonly string[])[]): string {
  const said = [...new Set(above.flat().filter(Boolean))].map(unitSaid);
  return said.find(({ unit }) => unit)?.unit ?? said.find(({ open }) => open)?.open ?? "";
}

/** What a line that holds nothing but units says of each column, of all where only its first cell is filled; null for any other line. */
export function unitsIn(line: readonly string[]): string[] | null {
  const units = line.map((cell, at) => (at === 0 && /^(?:units?|in):?$/iu.test(cell) ? "" : unitAlone(cell)));
  const filled = line.filter((cell, at) => cell !== "" && (at > 0 || units[at] !== "")).length;
  if (filled === 0 || units.filter(Boolean).length !== filled) return null;
  if (line[0] && !units[0] && !/^(?:units?|in):?$/iu.test(line[0])) return null;
  const [first = ""] = units;
  return first && filled === 1 ? units.map(() => first) : units;
}

interface Said {
  unit: string;
  open: string;
}

function unitSaid(line: string): Said {
  const text = line.replace(/^[([](.*)[)\]]$/u, "$1").trim();
  const split = splitUnit(text);
  const unit = unitAlone(line) || split.unit;
  if (unit) return { unit, open: "" };
  const within = withinSentence(text);
  if (within?.unit) return within;
  // A scale anywhere is asked about rather than lost: amounts would be a thousand times too small.
  const isOpen = split.open || within?.open || text.split(/[\s,;()]+/u).some(saysScaleAlone);
  return { unit: "", open: isOpen ? split.open || within?.open || text : "" };
}

const saysScaleAlone = (word: string) =>
  word.length > 2 && (isScaled(word) || (saysScale(word) && !isOtherMeasure(word)));

/** The words for "in", behind which a sentence names its unit. */
const inWords = /(?:^|[\s(])(?:in|en|em|in |in den|в|у|w|v) /giu;
/** A unit has no more words. */
const mostWords = 6;
/** Longer lines are text. */
const longestLine = 400;

/** "All figures are in millions of U.S. dollars on a nominal basis, not seasonally adjusted". */
function withinSentence(text: string): Said | null {
  if (text.length > longestLine) return null;
  let open = "";
  for (const found of text.matchAll(inWords)) {
    const words = text.slice(found.index + found[0].length).split(" ");
    for (let count = Math.min(mostWords, words.length); count > 0; count -= 1) {
      const last = words[count - 1]!;
      const ends = /[.,;:)]$/u.test(last);
      const plain = words.slice(0, count).join(" ");
      // A full stop may be that of an abbreviation.
      const said = ends && (!last.endsWith(".") || !unitOf(plain)) ? plain.slice(0, -1) : plain;
      if (!unitOf(said)) continue;
      const rest = words.slice(count).join(" ");
      // What goes on behind it may make other sums of them: "millions of 2015 dollars", "thousand tonnes".
      if ((rest === "" || ends || goesOn.test(rest)) && !isOtherPrice(rest)) return { unit: said, open: "" };
      if (isScaled(said)) open ||= words.slice(0, mostWords).join(" ");
      break;
    }
  }
  return open ? { unit: "", open } : null;
}

const goesOn = /^(?:[(,;–—-]|on |unless |at current|and percent)/iu;
const isOtherPrice = (rest: string) =>
  /constant|chained|prices? of|\d{4} prices/iu.test(rest) || isOtherMeasure(rest.slice(0, 20));
