/** Which mark is the decimal one in a column of amounts: `102,911` is read as the other cells of its column are. */
import { currencyCodes } from "../currencies";
import { withoutMark } from "../kinds/figure-standing";
import { readTypedAmount } from "../typed-amount";

export type Mark = "," | ".";

/** What forms call the marks. */
export const wordOfMark = { ",": "comma", ".": "point" } as const satisfies Record<Mark, string>;

/** The mark that a form calls so; undefined where it calls none so. */
export function markOfWord(word: string): Mark | undefined {
  return ([",", "."] as const).find((mark) => wordOfMark[mark] === word);
}

/** What is known of the decimal mark in a column of amounts. */
export interface ColumnMark {
  /** By which its amounts are read; null while it is open. */
  mark: Mark | null;
  /** Whether it was told, or the table's cells show it: those of this column or, where these show nothing, of the others. */
  by: "told" | "cells" | null;
  /** Whether cells contradict each other: some have a decimal comma, others a decimal point. */
  isMixed: boolean;
}

/** Longer cells are no amounts. */
const longest = 80;
const setting = { currencies: currencyCodes };

interface Split {
  before: string;
  whole: string;
  mark: string;
  fraction: string;
  behind: string;
}

/** A cell with one mark and three digits behind it, in its parts; null for any other. */
function eitherWay(cell: string): Split | null {
  if (cell.length > longest) return null;
  const digits = digitsOf(cell);
  const [, whole = "", mark = "", fraction = ""] = /^([1-9]\d{0,2})([.,])(\d{3})$/.exec(digits) ?? [];
  if (mark === "") return null;
  const at = cell.indexOf(digits);
  return { before: cell.slice(0, at), whole, mark, fraction, behind: cell.slice(at + digits.length) };
}

/** From the first digit of a text to the last. */
function digitsOf(text: string): string {
  const first = text.search(/\d/);
  let end = text.length;
  while (end > first && !/\d/.test(text.charAt(end - 1))) end -= 1;
  return first < 0 ? "" : text.slice(first, end);
}

/** The decimal mark that a cell proves. */
function shownBy(cell: string): Mark | null {
  const { figure } = withoutMark(cell.trim());
  if (figure.length > longest || eitherWay(figure)) return null;
  const digits = digitsOf(figure);
  const mark = digits.charAt(Math.max(digits.lastIndexOf(","), digits.lastIndexOf(".")));
  if (mark === "" || readTypedAmount(figure, setting).problem === "decimal.notANumber") return null;
  const isGroups = digits.indexOf(mark) !== digits.lastIndexOf(mark);
  return (mark === ",") === isGroups ? "." : ",";
}

/**
 * By column of amounts, given as its cells (of any other column none), its decimal mark: as it was `told`, as its own cells show
 * it, else as it was told or is shown of the others; null for a column in which no amount could be read in two ways.
 */
export function decimalMarks(
  columns: readonly (readonly string[])[],
  told: readonly (Mark | null)[],
): (ColumnMark | null)[] {
  const shown = columns.map((cells) => new Set(cells.flatMap((cell) => shownBy(cell) ?? [])));
  const only = (marks: ReadonlySet<Mark>) => (marks.size === 1 ? [...marks][0]! : null);
  const known = columns.map((_, at) => told[at] ?? only(shown[at]!));
  const ofAll = new Set([...shown.flatMap((marks) => [...marks]), ...known].filter((mark) => mark !== null));
  return columns.map((cells, at): ColumnMark | null => {
    if (!cells.some((cell) => eitherWay(withoutMark(cell.trim()).figure))) return null;
    const isMixed = shown[at]!.size > 1;
    if (told[at]) return { mark: told[at], by: "told", isMixed };
    const mark = isMixed ? null : (known[at] ?? only(ofAll));
    return { mark, by: mark && "cells", isMixed };
  });
}

/**
 * What a form's input would hold for an amount of a column with this decimal mark: one that could be read in two ways as it
 * is meant or, where the mark is open, so that the field asks; any other as it stands.
 */
export function amountInMarks(cell: string, decimal: Mark | null): string {
  const split = eitherWay(cell);
  if (!split) return cell;
  const { before, whole, mark, fraction, behind } = split;
  if (decimal === null) return `${before}${whole}.${fraction}${behind}`;
  return `${before}${whole}${mark === decimal ? `.${fraction}0` : fraction}${behind}`;
}
