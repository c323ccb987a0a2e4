/** Records whose every text holds what other programs look for, as the desk's forms send them. */
import type { Field, FieldByKind, Fields } from "@/lib/domain/fields/fields";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { markedTexts, markers } from "@/tests/support/markers";
import { disputed, type FormValues } from "./records";
import { rowId } from "@/tests/support/rows";

interface Setting {
  /** Stands in every text, so that searches find the record. */
  word: string;
  parties: readonly [string, string];
  /** Ids of sources to cite. */
  sources: readonly string[];
}

// What takes no words: addresses and codes.
const wordless = ["slug", "hsCode", "email", "wikidata"];

/** The texts that hold every marker, within a field's limit; those of fields that are not short end with the word. */
const textsFor = ({ max }: FieldByKind["text"], word: string) =>
  max < 200 ? markedTexts(max) : markedTexts(max - word.length - 1).map((text) => `${text} ${word}`);

/** How many records it takes until each field of the kind has held every marker. */
export function markedCount(kind: KindKey, word: string): number {
  const counts = Object.entries(kindOf(kind).fields).map(([key, field]) => textCount(key, field, word));
  return Math.max(1, ...counts);
}

function textCount(key: string, field: Field, word: string): number {
  return field.kind === "text" && !wordless.includes(key) ? textsFor(field, word).length : 1;
}

/** What the form of the nth of a kind's records sends. */
export function markedRecord(kind: KindKey, number: number, setting: Setting): FormValues {
  const values: FormValues = {};
  const { fields } = kindOf(kind);
  fill(values, fields, "", number, setting);
  // The first citation supports the record, the others state something else of one of its values.
  for (const name of Object.keys(values)) {
    const [field, row, key] = name.split("/");
    if (field !== "citations" || key !== "states") continue;
    if (row === rowId(0)) for (const own of ["states", "reason"]) delete values[`${field}/${row}/${own}`];
    else values[`${field}/${row}/supports`] = disputed(fields, values);
  }
  return values;
}

function fill(values: FormValues, fields: Fields, prefix: string, number: number, setting: Setting): void {
  const countries = [...setting.parties];
  for (const [key, field] of Object.entries(fields)) {
    const name = prefix + key;
    if (field.kind === "rows") {
      if (leadsElsewhere(field.of)) continue;
      const rows = Object.entries(field.of).map(([inner, one]) => textCount(inner, one, setting.word));
      // Each record begins with another source, so that all are cited.
      const { sources } = setting;
      const from = number % (sources.length || 1);
      const within = { ...setting, sources: [...sources.slice(from), ...sources.slice(0, from)] };
      // A predecessor is neither of the two countries.
      if (key === "predecessors") within.parties = ["SU", "YU"];
      // Of citations the first states nothing else.
      const most = Math.max(...rows) + (key === "citations" ? 1 : 0);
      for (let row = 0; row < most; row += 1) fill(values, field.of, `${name}/${rowId(row)}/`, row, within);
    } else {
      const value = sample(key, field, number, countries, setting);
      if (value !== undefined) values[name] = value;
    }
  }
}

/** Rows that have to lead to a record that is no source, or to a file: none of either are made here. */
function leadsElsewhere(of: Fields): boolean {
  return Object.values(of).some(
    (one) => !one.optional && (one.kind === "file" || (one.kind === "reference" && one.to !== "source")),
  );
}

function sample(
  key: string,
  field: Field,
  number: number,
  countries: string[],
  { word, sources }: Setting,
): string | undefined {
  switch (field.kind) {
    case "text": {
      const texts = wordless.includes(key) ? [] : textsFor(field, word);
      return texts[number % texts.length];
    }
    case "lines":
      // Half of them at a time: a field takes no more than fifty.
      return markers.filter((_, index) => index % 2 === number % 2).join("\n");
    case "choice":
      return field.of[0];
    case "country":
      if (field.within === "a" || field.within === "b") return undefined;
      return field.also.includes("third-source") ? "third-source" : countries.shift();
    case "partialDate":
      return "1999-05";
    case "wholeNumber":
      return String(1850 + number);
    case "webAddress":
      return `https://example.org/?${markers.filter((one) => !/\s/.test(one)).join("&")}`;
    case "reference":
      return field.to === "source" ? sources[number % sources.length] : undefined;
    default:
      return undefined;
  }
}
