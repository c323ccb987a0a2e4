import { showPartialDate } from "../../date-words";
import { doubtfulDate } from "../../doubtful-days";
import { readTypedDate, typeDate, type TypedDate } from "../../typed-date";
import { type FieldOf, type FieldSettings, type IsOptional, makeField, oneLine, refuse } from "../field";
import { exported } from "./export";
import { storage } from "./storage";

export interface PartialDateSettings extends FieldSettings {
  /** The key of the field beside it that holds the last day, of a date that is the first: two dates typed here fill both. */
  lastDay?: string;
  /** How many years ahead it may well lie; one where nothing is said. */
  yearsAhead?: number;
}

export interface PartialDateField<O extends boolean = boolean> extends FieldOf<
  "partialDate",
  string,
  O,
  typeof storage
> {
  readonly lastDay: string | undefined;
}

/** A date as precise as it is known, typed as people write them, kept as EDTF (ISO 8601-2): 2014-09-12, 1984?, 2004/2005. */
export function partialDate<const S extends PartialDateSettings>(
  settings: S,
): PartialDateField<IsOptional<S>> {
  const { lastDay, yearsAhead }: PartialDateSettings = settings;
  const field = makeField<"partialDate", string, IsOptional<S>, typeof storage>("partialDate", settings, {
    storage,
    exported,
    schema: () =>
      oneLine((typed, context) => {
        const read = readTypedDate(typed);
        return read.ok ? read.edtf : refuse(context, codeOf(read, lastDay), choicesOf(read));
      }),
    type: typeDate,
    show: (value, { locale }) => showPartialDate(value, locale),
    readings: (typed) => {
      const read = typeof typed === "string" ? readTypedDate(typed) : null;
      return typeof typed === "string" && read?.ok ? [[typed, showPartialDate(read.edtf)]] : [];
    },
    doubts: (value, path, { today }) => {
      const doubt = doubtfulDate(value, today, yearsAhead);
      return doubt ? [{ path, code: doubt.code, params: { year: String(doubt.year) }, about: value }] : [];
    },
    sample: ({ number }) => `${1993 + (number % 30)}-0${1 + (number % 9)}`,
  });
  return { ...field, lastDay };
}

type Unread = Extract<TypedDate, { ok: false }>;

function codeOf({ problem }: Unread, lastDay: string | undefined): string {
  return problem === "date.twoDates" && lastDay !== undefined ? "date.firstAndLast" : problem;
}

/** What to type instead, where something can be said. */
function choicesOf(read: Unread): Record<string, string> {
  if (read.problem === "date.twoDates")
    return { choices: read.choices.join(", "), first: read.first, last: read.last };
  return "choices" in read ? { choices: read.choices.join(", ") } : {};
}
