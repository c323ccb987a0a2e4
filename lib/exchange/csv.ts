/** Records as CSV (RFC 4180, UTF-8, a header line), safe to open in a spreadsheet. */
import { stringify } from "csv-stringify/sync";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { columnsOf, type TableContext, type TablePlace } from "./columns";
import { type TableFile, wholeFile } from "./table-file";

/** A dossier's records of one kind as a CSV file, one line a record in the order given. */
export function csvFile(kind: KindKey, place: TablePlace): TableFile {
  const columns = columnsOf(kind);
  return {
    start: () => linesOf([columns.map(({ name }) => name)]),
    batch: ({ records, named }) =>
      linesOf(records.map((record) => columns.map(({ cell }) => neutral(cell(record, { ...place, named }))))),
    end: () => "",
  };
}

/**
 * The same with a byte-order mark, by which spreadsheet programs know that it is UTF-8. The file without one is for programs,
 * of which some take the mark for a letter of the first column's name.
 */
export function markedCsvFile(kind: KindKey, place: TablePlace): TableFile {
  const file = csvFile(kind, place);
  return { ...file, start: (count) => `\uFEFF${file.start(count)}` };
}

/** The whole of it. */
export function csvOf(kind: KindKey, records: readonly PublishedRecord[], context: TableContext): string {
  return wholeFile(csvFile(kind, context), { records, named: context.named });
}

function linesOf(rows: string[][]): string {
  return stringify(rows, { record_delimiter: "\r\n", quoted_match: /^\s|\s$/ });
}

const number = /^[+-]?\d+(?:\.\d+)?$/;
// Also in their full-width forms, which some spreadsheets read alike.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** A cell that no spreadsheet takes for a formula: an apostrophe goes before what could be one. Numbers stay. */
export function neutral(cell: string): string {
  return formula.test(cell) && !number.test(cell) ? `'${cell}` : cell;
}
