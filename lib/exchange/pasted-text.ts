/** Tables as text: what spreadsheets put on the clipboard (tabs), and CSV with whichever mark between its values. */
import { CsvError, parse } from "csv-parse/sync";

/** The marks that can stand between values, in the order in which one is preferred. */
const delimiters = ["\t", ";", ",", "|"] as const;

/** The share of lines that have as many values as most have, for a mark to be taken for the one between values. */
const leastRegular = 0.9;

/** More lines than that are not read: a table may have far fewer, and is refused for them. */
const mostLines = 5_001;

/** The cells of a table that came as text, line by line; of one column where no mark divides its lines. */
export function readDelimited(text: string): string[][] {
  if (text.includes("\t")) return divided(text, "\t");
  for (const delimiter of delimiters) {
    const rows = text.includes(delimiter) ? divided(text, delimiter) : [];
    if (isRegular(rows)) return rows;
  }
  return text.split(/\r\n?|\n/).map((line) => [line]);
}

function divided(text: string, delimiter: string): string[][] {
  const settings = { delimiter, relax_column_count: true, bom: true, to: mostLines };
  try {
    return parse(text, { ...settings, relax_quotes: true });
  } catch (error) {
    // A quotation mark that nothing closes is a character like others.
    if (error instanceof CsvError) return parse(text, { ...settings, quote: null });
    throw error;
  }
}

function isRegular(rows: readonly string[][]): boolean {
  const counts = new Map<number, number>();
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  for (const { length } of filled) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width = 1, lines = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return width > 1 && lines >= filled.length * leastRegular;
}
