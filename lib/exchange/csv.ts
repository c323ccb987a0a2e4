/** Records as CSV (RFC 4180, UTF-8, a header line), safe to open in a spreadsheet. */
import { stringify } from "csv-stringify/sync";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { columnsOf, type TableContext } from "./columns";

/** A dossier's records of one kind as a CSV file, one line a record in the order given. */
export function csvOf(kind: KindKey, records: readonly PublishedRecord[], context: TableContext): string {
  const columns = columnsOf(kind);
  const header = columns.map(({ name }) => name);
  const lines = records.map((record) => columns.map(({ cell }) => neutral(cell(record, context))));
  return stringify([header, ...lines], { record_delimiter: "\r\n", quoted_match: /^\s|\s$/ });
}

const number = /^[+-]?\d+(?:\.\d+)?$/;
// Also in their full-width forms, which some spreadsheets read alike.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** A cell that no spreadsheet takes for a formula: an apostrophe goes before what could be one. Numbers stay. */
export function neutral(cell: string): string {
  return formula.test(cell) && !number.test(cell) ? `'${cell}` : cell;
}
