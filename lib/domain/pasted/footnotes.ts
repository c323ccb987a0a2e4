/** Marks of footnotes that tables print behind a value: "13*", "90.9¹", "90.9 (1)", "1999 a/". */

/** No figure or date with its marks is as long: longer text is not looked at. */
const longest = 80;

const raised = /[*†‡§\u00B9\u00B2\u00B3\u2070\u2071\u2074-\u207F][)⁾]?$/u;
/** "12 [p]" says that it is provisional, and "12 [e]" that it is an estimate. */
const inSquare = /\s?\[(?:\d{1,2}|[a-dfg-oqs-z])\]$/iu;
/** "12 (p)" says that it is provisional, and "12 (m)" that these are millions. */
const inRound = /(?<=\d)\s?\((?:\d{1,2}|[acdf-jln-oqs-z])\)$/iu;
const besides = /(?<=\d)\s(?:\d{1,2}|[a-d])[)/]$/iu;

/** A figure or a year without the marks of footnotes behind it. */
export function figureAlone(cell: string): string {
  return without(cell, [raised, inSquare, inRound, besides]);
}

/** A date without the marks of footnotes behind it. What stands in round brackets may be part of it. */
export function dateAlone(cell: string): string {
  return without(cell, [raised, inSquare]);
}

function without(cell: string, marks: readonly RegExp[]): string {
  const text = cell.trim();
  if (text.length > longest) return cell;
  const found = marks.find((mark) => mark.test(text) && /\d/.test(text.replace(mark, "")));
  return found ? without(text.replace(found, ""), marks) : text;
}
