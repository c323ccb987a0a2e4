/** What the columns of a pasted table show or leave open of how they are read, as far as they are not left out. */
import "server-only";
import { isDash } from "@/lib/domain/dashes";
import { kindOf } from "@/lib/domain/kinds/registry";
import { withoutMark } from "@/lib/domain/kinds/figure-standing";
import { valueIn } from "@/lib/domain/pasted/cells";
import { columnsOf, type PasteColumn } from "@/lib/domain/pasted/columns";
import { type ColumnCommas, commasOfColumn } from "@/lib/domain/pasted/commas";
import { type ColumnOrder, orderOfColumn } from "@/lib/domain/pasted/date-orders";
import { type ColumnMark, decimalMarks } from "@/lib/domain/pasted/decimal-marks";
import { fiscalYearsNamed } from "@/lib/domain/trade-period";
import type { SentPaste } from "./paste-form";

/** By column, what its cells that are not left out hold of such a field; nothing of another column. */
function cellsOfColumns(
  { kind, paths, lines }: SentPaste,
  isOf: (column: PasteColumn) => boolean,
  held = (cell: string, _: PasteColumn) => cell,
): string[][] {
  const known = new Map(columnsOf(kindOf(kind)).map((column) => [column.path, column]));
  const kept = lines.filter(({ todo }) => todo !== "skip");
  return paths.map((path, at) => {
    const column = known.get(path);
    if (!column || !isOf(column)) return [];
    return kept.map(({ cells }) => held(valueIn(column.field, cells[at] ?? ""), column));
  });
}

/** By column, in which order its dates stand; null where that makes no difference. */
export function ordersOfColumns(sent: SentPaste): (ColumnOrder | null)[] {
  const isDated = ({ field, spreads, otherwise }: PasteColumn) =>
    field.kind === "partialDate" || (spreads ?? otherwise)?.dateIn !== undefined;
  const dateIn = (cell: string, { spreads, otherwise }: PasteColumn) =>
    (spreads ?? otherwise)?.dateIn?.(cell) ?? cell;
  return cellsOfColumns(sent, isDated, dateIn).map((cells, at) =>
    orderOfColumn(cells, sent.orders[at] ?? null),
  );
}

/** By column, which is the decimal mark of its amounts; null where that makes no difference. */
export function marksOfColumns(sent: SentPaste): (ColumnMark | null)[] {
  return decimalMarks(cellsOfColumns(sent, isSum), sent.marks);
}

const isSum = ({ field }: PasteColumn) => field.kind === "decimal" && field.money;

/** By column, what a comma means in its lists; null where that makes no difference. */
export function commasOfColumns(sent: SentPaste): (ColumnCommas | null)[] {
  const isOpen = ({ field }: PasteColumn) => field.kind === "lines" && !field.commas;
  return cellsOfColumns(sent, isOpen).map((cells, at) => commasOfColumn(cells, sent.commas[at] ?? null));
}

/** Whether a dash stands among the amounts: zero, or what is not known. */
export function hasDashes(sent: SentPaste): boolean {
  return cellsOfColumns(sent, isSum).some((cells) => cells.some(isDash));
}

/** Whether a fiscal year is named by one year, that in which it begins or ends: "FY2015". */
export function hasNamedFiscals(sent: SentPaste): boolean {
  const isYear = ({ field }: PasteColumn) => field.kind === "wholeNumber" && field.mayBeFiscal;
  const isNamed = (cell: string) => fiscalYearsNamed(withoutMark(cell).figure) !== null;
  return cellsOfColumns(sent, isYear).some((cells) => cells.some(isNamed));
}
