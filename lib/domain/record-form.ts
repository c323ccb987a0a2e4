/**
 * The way of a record through an HTML form. An input is named by the path of its value (`visitor`,
 * `meetings/<row id>/host`), and rows stand in the order in which the form sends them. The desk and the form's own
 * script read what was sent by this one function, which cleans what programs leave in pasted text.
 */
import { cleanText } from "./clean-text";
import type { Sends, Typed } from "./fields/typed";
import { unfoldRows } from "./folded-rows";
import { partsOf } from "./paths";
import { isRowId } from "./row-id";
import { TamperedRequest } from "./tampered-request";

/** What has to be known of a field to read it: a form's spec of it says as much. */
export interface FormField {
  key: string;
  sends: Sends;
  /** The fields of its rows. */
  of?: readonly FormField[];
}

interface Reading {
  /** Rows in which nothing is filled in are left out, unless they are to be kept. */
  emptyRows?: "drop" | "keep";
  /** Names that are no field's are refused, or skipped: a browser's form has inputs of its own besides. */
  unknown?: "refuse" | "skip";
}

// Far above what the fields' own limits take: what lies between is a mistake, told beside its field.
const maxEntries = 20_000;

type Texts = Map<string, string[]>;
interface Sent {
  own: Texts;
  /** By field and row, in the order in which they came. */
  rows: Map<string, Map<string, Texts>>;
}

/**
 * Reads what a record's form sent. `entries` are its names and values.
 * @throws {TamperedRequest} for unknown, duplicate or misshapen fields and for files.
 */
export function readRecordForm(
  fields: readonly FormField[],
  entries: Iterable<readonly [string, FormDataEntryValue]>,
  { emptyRows = "drop", unknown = "refuse" }: Reading = {},
): Typed {
  const sent = sorted(unfolded(fields, entries), unknown);
  const typed = Object.fromEntries(
    fields.map((field) => {
      if (!field.of) return [field.key, take(field, sent.own)];
      const rows = [...(sent.rows.get(field.key) ?? [])];
      sent.rows.delete(field.key);
      return [field.key, rows.flatMap(([id, texts]) => readRow(field, id, texts, { emptyRows, unknown }))];
    }),
  );
  refuseRest(unknown, [...sent.own.keys(), ...sent.rows.keys()]);
  return typed;
}

/** What was sent, with every row as if it had been open; no more of it than any form has. */
function* unfolded(
  fields: readonly FormField[],
  entries: Iterable<readonly [string, FormDataEntryValue]>,
): Generator<readonly [string, FormDataEntryValue]> {
  const withRows = new Set(fields.flatMap(({ key, of }) => (of ? [key] : [])));
  let count = 0;
  for (const entry of entries) {
    const [name, value] = entry;
    const isFolded = withRows.has(name) && typeof value === "string";
    for (const one of isFolded ? unfoldRows(name, value) : [entry]) {
      count += 1;
      if (count > maxEntries) throw new TamperedRequest("more fields than any form has");
      yield one;
    }
  }
}

function sorted(entries: Iterable<readonly [string, FormDataEntryValue]>, unknown: Reading["unknown"]): Sent {
  const sent: Sent = { own: new Map(), rows: new Map() };
  for (const [name, value] of entries) {
    if (typeof value !== "string") throw new TamperedRequest(`${name}: a file where text belongs`);
    const [field = "", row, key, ...rest] = partsOf(name);
    if (row === undefined) add(sent.own, field, value);
    else if (key !== undefined && rest.length === 0 && isRowId(row)) add(rowOf(sent, field, row), key, value);
    else if (unknown === "refuse") throw new TamperedRequest(`${name}: no such field`);
  }
  return sent;
}

function rowOf({ rows }: Sent, field: string, id: string): Texts {
  const found = rows.get(field) ?? new Map<string, Texts>();
  const row = found.get(id) ?? new Map<string, string[]>();
  rows.set(field, found.set(id, row));
  return row;
}

function add(texts: Texts, key: string, value: string): void {
  const held = texts.get(key);
  if (held) held.push(value);
  else texts.set(key, [value]);
}

function readRow(field: FormField, id: string, texts: Texts, reading: Reading): Typed[] {
  const values = (field.of ?? []).map((one) => [one.key, take(one, texts)] as const);
  refuseRest(reading.unknown, [...texts.keys()]);
  const isEmpty = values.every(([, value]) => value.length === 0);
  return isEmpty && reading.emptyRows === "drop" ? [] : [{ id, ...Object.fromEntries(values) }];
}

function take({ key, sends }: FormField, texts: Texts): string | string[] {
  const values = texts.get(key) ?? [];
  texts.delete(key);
  if (sends === "list") return values.filter(Boolean);
  // In one order, so that rows which change places change nothing that is ticked.
  if (sends === "set") return [...new Set(values.filter(Boolean))].sort();
  if (values.length > 1) throw new TamperedRequest(`${key}: sent ${values.length} times`);
  return cleanText(values[0] ?? "");
}

function refuseRest(unknown: Reading["unknown"], names: readonly string[]): void {
  if (unknown === "refuse" && names[0] !== undefined) throw new TamperedRequest(`${names[0]}: no such field`);
}
