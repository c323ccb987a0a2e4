/** How the cells of a pasted table read, where that is not what they say: dates, sums and fiscal years in words. */
import { currencyCodes } from "../currencies";
import { showPartialDate } from "../date-words";
import type { Field } from "../fields/fields";
import { type Typed, typedRows } from "../fields/typed";
import type { Kind } from "../kinds/define-kind";
import { readAmount } from "../money";
import { partsOf } from "../paths";
import { readFiscalYear, showPeriod } from "../trade-period";
import { readTypedAmount } from "../typed-amount";
import { readTypedDate } from "../typed-date";
import type { PastedRecord } from "./records";

/** How one cell reads; of a cell that holds two days both, in the order of the form. */
export interface CellReading {
  line: number;
  column: number;
  reads: string[];
}

/** How the cells of a record read that are sure and say it otherwise themselves. `rows` are the cells by line and column. */
export function readingsIn(
  kind: Kind,
  { typed, cells }: Pick<PastedRecord, "typed" | "cells">,
  rows: readonly (readonly string[])[],
  locale = "en",
): CellReading[] {
  const found = new Map<string, CellReading>();
  for (const [path, { line, column }] of cells) {
    const cell = rows[line]?.[column]?.trim() ?? "";
    const held = heldAt(kind, typed, path);
    const reads = cell && held ? readingOf(held.field, held.typed, locale) : "";
    if (!reads || reads === cell) continue;
    const at = `${line} ${column}`;
    const known = found.get(at) ?? { line, column, reads: [] };
    found.set(at, { ...known, reads: [...known.reads, reads] });
  }
  return [...found.values()];
}

/** The field at a path, and what is typed in it. */
function heldAt({ fields }: Kind, typed: Typed, path: string): { field: Field; typed: string } | null {
  const [own = "", row, inner] = partsOf(path);
  const field = fields[own];
  if (field?.kind !== "rows")
    return field && typeof typed[own] === "string" ? { field, typed: typed[own] } : null;
  const value = typedRows(typed[own]).find(({ id }) => id === row)?.[inner ?? ""];
  const of = field.of[inner ?? ""];
  return of && typeof value === "string" ? { field: of, typed: value } : null;
}

function readingOf(field: Field, typed: string, locale: string): string {
  switch (field.kind) {
    case "partialDate": {
      const read = readTypedDate(typed, locale);
      return read.ok ? showPartialDate(read.edtf, locale) : "";
    }
    case "decimal": {
      const read = field.money ? readTypedAmount(typed, { currencies: currencyCodes }) : null;
      return read?.ok ? readAmount(read.amount, locale) : "";
    }
    case "wholeNumber": {
      const read = readFiscalYear(typed);
      return read ? showPeriod(read) : "";
    }
    default:
      return "";
  }
}
