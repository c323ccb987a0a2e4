/** The cells of a table's lines, as a form would hold them. */
import { withoutMark } from "../kinds/figure-standing";
import { type ChoiceWord, typedCell, valueIn } from "./cells";
import type { PasteColumn } from "./columns";
import { countriesOf } from "../sides";
import type { CellPlace, TableOfKind } from "./records";

export interface Reading {
  table: TableOfKind;
  columns: readonly (PasteColumn | null)[];
  word: ChoiceWord;
}

/** The countries of a table's dossier; none for records of no dossier. */
export const countriesIn = ({ sides }: TableOfKind) => (sides ? countriesOf(sides) : []);

export const asText = (value: unknown) => (typeof value === "string" ? value : "");

/** A cell as the table has it. */
export function printedIn({ table }: Reading, { line, column }: CellPlace): string {
  return table.rows[line]?.[column] ?? "";
}

/** What a form would hold for a cell. A year has the mark of its figures left out: "2021 p". */
export function cellOf(reading: Reading, place: CellPlace): string {
  const isYear = reading.columns[place.column]?.field.kind === "wholeNumber";
  return isYear
    ? markedCellOf(reading, place).value
    : typedIn(reading, place.column, printedIn(reading, place));
}

/** What a cell of figures holds, and what its mark says: "64.6p". */
export function markedCellOf(reading: Reading, place: CellPlace) {
  const field = reading.columns[place.column]?.field;
  const cell = printedIn(reading, place);
  const { figure, standing } = withoutMark(field ? valueIn(field, cell) : cell);
  return { value: typedIn(reading, place.column, figure), standing };
}

function typedIn({ table, columns, word }: Reading, at: number, cell: string): string {
  const column = columns[at];
  if (!column) return "";
  return typedCell(
    {
      ...column,
      unit: table.units[at] ?? "",
      order: table.orders[at] ?? null,
      mark: table.marks[at] ?? null,
      comma: table.commas?.[at] ?? null,
      dash: table.dash ?? null,
      fiscal: table.fiscal ?? null,
      countries: countriesIn(table),
      word,
    },
    cell,
  );
}
