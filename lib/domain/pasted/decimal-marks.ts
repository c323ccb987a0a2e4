/** Which mark is the decimal one in a column of amounts: `102,911` is read as the other cells of its column are. */
import { currencyCodes } from "../currencies";
import { withoutMark } from "../kinds/figure-standing";
import { readTypedAmount } from "../typed-amount";

/** The decimal mark of a column; `mixed` where its cells contradict each other, null where nothing shows it. */
export type DecimalMark = "," | "." | "mixed" | null;

/** Longer cells are no amounts. */
const longest = 80;
const setting = { currencies: currencyCodes };
/** Where nothing shows what a mark is, an amount from here on is asked: no trade of a year in euros or dollars is so large. */
const tooLarge = 1e12;

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
function shownBy(cell: string): "," | "." | null {
  const { figure } = withoutMark(cell.trim());
  if (figure.length > longest || eitherWay(figure)) return null;
  const digits = digitsOf(figure);
  const mark = digits.charAt(Math.max(digits.lastIndexOf(","), digits.lastIndexOf(".")));
  if (mark === "" || readTypedAmount(figure, setting).problem === "decimal.notANumber") return null;
  const isGroups = digits.indexOf(mark) !== digits.lastIndexOf(mark);
  return (mark === ",") === isGroups ? "." : ",";
}

function markIn(cells: readonly string[]): DecimalMark {
  const [mark, ...others] = new Set(cells.flatMap((cell) => shownBy(cell) ?? []));
  return others.length > 0 ? "mixed" : (mark ?? null);
}

/** By column of amounts, given as its cells, its decimal mark: as its own cells show it, else as those of the others do. */
export function decimalMarks(columns: readonly (readonly string[])[]): DecimalMark[] {
  const own = columns.map(markIn);
  const [all, ...others] = new Set(own.filter((mark) => mark !== null));
  const shared = others.length > 0 ? null : (all ?? null);
  return own.map((mark) => mark ?? (shared === "mixed" ? null : shared));
}

/**
 * What a form's input would hold for an amount of a column with this decimal mark: one that could be read in two ways as it
 * is meant, or so that the field asks; any other as it stands. `unit` is what its column's amounts are in.
 */
export function amountInMarks(cell: string, decimal: DecimalMark, unit: string): string {
  const split = eitherWay(cell);
  if (!split) return cell;
  const { before, whole, mark, fraction, behind } = split;
  const asAsked = `${before}${whole}.${fraction}${behind}`;
  if (decimal === "mixed") return asAsked;
  if (decimal !== null) return `${before}${whole}${mark === decimal ? `.${fraction}0` : fraction}${behind}`;
  const read = readTypedAmount(`${cell} ${unit}`, setting);
  return read.ok && Number(read.amount) >= tooLarge ? asAsked : cell;
}
