/** Reads a table that was pasted, however it was copied. Limits come first. */
import { cleanText, countUnclean } from "@/lib/domain/clean-text";
import { isDash } from "@/lib/domain/dashes";
import { mostRecords } from "@/lib/domain/pasted/most-records";
import { isNotKnown } from "@/lib/domain/pasted/nothing-said";
import { readMarkup } from "./pasted-markup";
import { readDelimited } from "./pasted-text";

/** What a paste may be at the most, wide enough for each kind's own file; `rows` are those of the table with its headings. */
export const pasteLimits = { characters: 400_000, records: mostRecords, rows: 510, columns: 64 } as const;

/** What is looked at before empty rows and columns are left out: far more than a table may have, and never their product. */
const looked = { rows: 5_000, columns: 500, cells: 200_000 } as const;

export type PastedTable =
  /** All rows are of one length, none is wholly empty. */
  | {
      ok: true;
      rows: string[][];
      /** By column, how many characters in its cells were made plain. */
      cleaned: number[];
    }
  | { ok: false; code: "paste.empty" }
  | { ok: false; code: "paste.tooLong" | "paste.tooManyRows" | "paste.tooManyColumns"; max: number };

/** The table in a text, which may be HTML. */
export function readPasted(text: string): PastedTable {
  if (text.length > pasteLimits.characters)
    return { ok: false, code: "paste.tooLong", max: pasteLimits.characters };
  const isMarkup = /^\s*</.test(text) && /<table[\s>]/i.test(text);
  const cells = isMarkup ? readMarkup(text) : readDelimited(text);
  const tooMuch = beyondLooked(cells);
  if (tooMuch) return tooMuch;
  const plain = cells
    .map((row) => row.map((cell) => cleanText(cell).trim()))
    .filter((row) => row.some((cell) => cell !== ""));
  const { rows, kept } = withoutEmptyColumns(plain);
  if (rows.length === 0) return { ok: false, code: "paste.empty" };
  if (rows.length > pasteLimits.rows)
    return { ok: false, code: "paste.tooManyRows", max: pasteLimits.records };
  if (rows[0]!.length > pasteLimits.columns)
    return { ok: false, code: "paste.tooManyColumns", max: pasteLimits.columns };
  // What only stood around a cell, as a page's spaces do, is no part of it.
  const cleaned = kept.map((place) =>
    cells.reduce((sum, row) => sum + countUnclean((row[place] ?? "").trim()), 0),
  );
  return { ok: true, rows, cleaned };
}

/** Limits come before any work that grows with rows times columns. */
function beyondLooked(cells: readonly string[][]): PastedTable | null {
  const width = cells.reduce((widest, { length }) => Math.max(widest, length), 0);
  if (width > looked.columns) return { ok: false, code: "paste.tooManyColumns", max: pasteLimits.columns };
  if (cells.length > looked.rows || cells.length * width > looked.cells)
    return { ok: false, code: "paste.tooManyRows", max: pasteLimits.records };
  return null;
}

/** The rows in one length, without columns in which nothing stands, and which those were that are kept. */
function withoutEmptyColumns(rows: readonly string[][]): { rows: string[][]; kept: number[] } {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const says = (cell = "") => cell !== "" && !isDash(cell) && !isNotKnown(cell);
  const filled = Array.from({ length: width }, (_, place) => rows.some((row) => says(row[place])));
  const kept = filled.flatMap((isFilled, place) => (isFilled ? [place] : []));
  return { rows: rows.map((row) => kept.map((place) => row[place] ?? "")), kept };
}
