/** What the values of a record are called where they stand among others, and which there are to choose from. */
import { type Typed, typedRows } from "@/lib/domain/fields/typed";
import { below, partsOf } from "@/lib/domain/paths";
import { describeTyped, type Describing, type Wording } from "./parts";
import type { FieldSpec, SpecOf } from "./specs";
import { capital } from "./words";

/** How many characters of what is in a row tell it apart from others. */
const longestRowName = 60;

/** A wording for one version of a record: its values are called by what it holds. */
export function describingIn<W extends Wording>(
  fields: readonly FieldSpec[],
  typed: Typed,
  wording: W,
): W & Describing {
  return { ...wording, nameOf: (path) => nameAt(fields, typed, path, wording) };
}

/** "Visitor", "Meeting: Ann", "Meeting: Ann: Met with". */
function nameAt(fields: readonly FieldSpec[], typed: Typed, path: string, wording: Wording): string {
  const [key = "", id, inner] = partsOf(path);
  const field = fields.find((one) => one.key === key);
  if (!field) return key;
  if (id === undefined || field.kind !== "rows") return field.label;
  const rows = typedRows(typed[key]);
  const index = rows.findIndex((row) => row.id === id);
  const row = rows[index];
  const name = row ? rowName(field, row, index, wording) : wording.goneRow;
  const label = field.of.find((one) => one.key === inner)?.label;
  return label === undefined ? name : `${name}: ${label}`;
}

/** A row by the first two things that are in it; by its number where nothing is. */
function rowName({ one, of }: SpecOf<"rows">, row: Typed, index: number, wording: Wording): string {
  const describing = { ...wording, nameOf: (path: string) => path };
  const text = saidOf(of, row, describing).slice(0, 2).join(", ").replace(/\s+/g, " ");
  const short =
    text.length > longestRowName ? `${text.slice(0, longestRowName).toWellFormed().trimEnd()}…` : text;
  return short === "" ? `${capital(one)} ${index + 1}` : `${capital(one)}: ${short}`;
}

/** What is in the fields of a row, in their order. */
function saidOf(of: readonly FieldSpec[], row: Typed, describing: Describing): string[] {
  return of.map((field) => describeTyped(field, row[field.key], describing).join(" ")).filter(Boolean);
}

/** How many of its values tell a row from the others of its list. */
const tellingValues = 4;

/** A row by its first values, but for those that say what it supports and for long texts. */
export function rowSummary({ of }: SpecOf<"rows">, row: Typed, describing: Describing): string {
  const telling = of.filter((field) => field.kind !== "paths" && !(field.kind === "text" && field.prose));
  return saidOf(telling, row, describing).slice(0, tellingValues).join(" · ");
}

/** A value that a citation may be for, with those below it. */
export interface ValueChoice {
  path: string;
  /** What it is called among those beside it. */
  label: string;
  within: readonly ValueChoice[];
}

/** Every field of a record but its citations, with its rows and their fields, in the form's order. */
export function valueChoices(
  fields: readonly FieldSpec[],
  typed: Typed,
  wording: Wording,
  hasRows: (field: SpecOf<"rows">, rows: readonly Typed[]) => boolean = () => true,
): ValueChoice[] {
  return fields
    .filter(({ key }) => key !== "citations")
    .map((field): ValueChoice => {
      const rows = field.kind === "rows" ? typedRows(typed[field.key]) : [];
      const isOffered = field.kind === "rows" && hasRows(field, rows);
      return {
        path: field.key,
        label: field.label,
        within: isOffered ? rows.flatMap((row, index) => rowChoice(field, row, index, wording)) : [],
      };
    });
}

function rowChoice(field: SpecOf<"rows">, row: Typed, index: number, wording: Wording): ValueChoice[] {
  if (typeof row.id !== "string") return [];
  const path = below(field.key, row.id);
  const within = field.of.map(({ key, label }) => ({ path: below(path, key), label, within: [] }));
  return [{ path, label: rowName(field, row, index, wording), within }];
}
