/** How the cells of a pasted table read, where that is not what they say: dates, sums, names of countries, lists, parties. */
import { countryName, isCountry } from "../countries";
import { currencyCodes } from "../currencies";
import { showDateRange, showPartialDate } from "../date-words";
import type { Field } from "../fields/fields";
import { type Typed, typedRows } from "../fields/typed";
import { fold } from "../folding";
import type { Kind } from "../kinds/define-kind";
import { readAmount } from "../money";
import { partsOf } from "../paths";
import { readFiscalYear, showPeriod } from "../trade-period";
import { readTypedAmount } from "../typed-amount";
import { readTypedDate } from "../typed-date";
import type { ChoiceWord } from "./cells";
import type { PastedRecord, TableOfKind } from "./records";

/** How one cell reads; of a cell that holds several values all, in the order of the form. */
export interface CellReading {
  line: number;
  column: number;
  reads: string;
}

export interface ReadingWords {
  word: ChoiceWord;
  /** What a field of the record is called. */
  label(path: string): string;
  locale?: string;
}

/** A value of those that a cell holds: as it is typed and in words, of which kind, and in which row. */
interface Part {
  typed: string;
  text: string;
  kind: Field["kind"];
  row: string | undefined;
}

/** How the cells of a record read that are sure and say it otherwise themselves. */
export function readingsIn(
  kind: Kind,
  record: Pick<PastedRecord, "typed" | "cells" | "adds">,
  { rows, paths }: Pick<TableOfKind, "rows" | "paths">,
  words: ReadingWords,
): CellReading[] {
  const found = new Map<string, { line: number; column: number; parts: Part[] }>();
  const marks: readonly string[] = Object.values(kind.marked ?? {});
  for (const [path, { line, column }] of record.cells) {
    const held = record.adds.has(path) ? null : heldAt(kind, record.typed, path);
    const said = held ? readingOf(held.field, held.typed, words) : "";
    if (!held || !said) continue;
    const isNamed =
      held.field.kind === "choice" && !held.row && path !== paths[column] && !marks.includes(path);
    const at = `${line} ${column}`;
    const known = found.get(at) ?? { line, column, parts: [] };
    const text = isNamed ? `${words.label(path)}: ${said}` : said;
    const isSaid = known.parts.some((part) => part.text === text && part.row === held.row);
    if (!isSaid) known.parts.push({ typed: held.typed, text, kind: held.field.kind, row: held.row });
    found.set(at, known);
  }
  return [...found.values()]
    .map(({ line, column, parts }) => ({ line, column, reads: inOne(parts, words.locale) }))
    .filter(({ line, column, reads }) => fold(reads) !== fold((rows[line]?.[column] ?? "").trim()));
}

/** The values of a cell in one line: rows between semicolons, two days as a span, a body behind its country. */
function inOne(parts: readonly Part[], locale = "en"): string {
  const days = parts.map(({ typed, kind, row }) =>
    kind === "partialDate" && !row ? edtfOf(typed, locale) : null,
  );
  const [first, last] = days;
  if (first && last && parts.length === 2) return showDateRange(first, last, locale);
  return parts.reduce((so, { text, kind, row }, at) => {
    const before = parts[at - 1];
    if (!before) return text;
    if (before.row !== row) return `${so}; ${text}`;
    return kind === "text" && row ? `${so} (${text})` : `${so}, ${text}`;
  }, "");
}

function edtfOf(typed: string, locale: string): string | null {
  const read = readTypedDate(typed, locale);
  return read.ok ? read.edtf : null;
}

/** The field at a path, what is typed in it, and the row that it is part of. */
function heldAt(
  { fields }: Kind,
  typed: Typed,
  path: string,
): { field: Field; typed: string; row: string | undefined } | null {
  const [own = "", row, inner] = partsOf(path);
  const field = fields[own];
  if (field?.kind !== "rows")
    return field && typeof typed[own] === "string" ? { field, typed: typed[own], row: undefined } : null;
  const value = typedRows(typed[own]).find(({ id }) => id === row)?.[inner ?? ""];
  const of = field.of[inner ?? ""];
  return of && typeof value === "string" ? { field: of, typed: value, row } : null;
}

/** A value in words; empty where it cannot be read, or is one of the words in place of a country. */
function readingOf(field: Field, typed: string, { word, locale = "en" }: ReadingWords): string {
  switch (field.kind) {
    case "partialDate": {
      const edtf = edtfOf(typed, locale);
      return edtf === null ? "" : showPartialDate(edtf, locale);
    }
    case "decimal": {
      const read = field.money ? readTypedAmount(typed, { currencies: currencyCodes }) : null;
      return read?.ok ? readAmount(read.amount, locale) : "";
    }
    case "wholeNumber": {
      const read = readFiscalYear(typed);
      return read ? showPeriod(read) : /^\d+$/.test(typed) ? typed : "";
    }
    case "country":
      return isCountry(typed) ? countryName(typed, locale) : "";
    case "choice":
      return field.of.includes(typed) ? (field.named?.(typed, locale) ?? word(typed)) : "";
    case "lines":
      return typed.split("\n").join("; ");
    case "text":
      return typed;
    default:
      return "";
  }
}
