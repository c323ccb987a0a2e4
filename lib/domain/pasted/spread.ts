/**
 * Columns of tables that no one field has: what a cell of theirs says goes into several values of a record, or into rows of it.
 * A register lists the parties of an agreement in one cell, and its entry into force in another.
 */
import type { Order } from "../date-vocabulary";
import type { Field } from "../fields/fields";
import { partialDate } from "../fields/partial-date/partial-date";
import { text } from "../fields/text/text";
import { type Typed, typedRows } from "../fields/typed";
import { fold } from "../folding";
import type { KindKey } from "../kinds/registry";
import { readTypedDate } from "../typed-date";
import { dateAmong, isDate } from "./dates-among-words";
import { dateInOrder } from "./date-orders";
import { forceIn, withoutActionSaid } from "./force-in";
import { forceSaid, isAffirmed, isDenied, isNothing, isNotKnown } from "./nothing-said";
import { partiesIn } from "./parties-in";

export interface SpreadColumn {
  key: string;
  /** What its cells are read as before they are spread. */
  field: Field;
  /** The values that take the place of those that the record has; rows that it adds have no ids yet. */
  spread(cell: string, record: SoFar): Typed;
  /** The field of text that gets what a cell says besides: it is added to what a record has there already. */
  adds?: string;
  /** The date in a cell that says more, by which the order of the column's dates is found. */
  dateIn?(cell: string): string;
  /** The rows that it is said of, and the field of theirs that it goes into; `spread` is of records that have none. */
  ofRows?: { field: string; key: string; isOf(row: Typed): boolean };
  /** The field whose own column may hold the same, and which cells of it do. */
  alsoIn?: string;
  takes?(cell: string): boolean;
}

/** A record as far as its line was read. */
export interface SoFar {
  typed: Typed;
  /** What a column of its own says of a field; empty where there is none, or it says nothing. */
  said(key: string): string;
  order: Order | null;
  /** The countries of the table's dossier. */
  countries: readonly string[];
}

/** By kind, in the order in which they are spread, whichever that of the table is. */
export const spreadColumns: { readonly [K in KindKey]?: readonly SpreadColumn[] } = {
  agreement: [
    {
      key: "parties",
      field: text({ max: 4000, optional: true }),
      spread: parties,
    },
    {
      key: "conclusion",
      field: text({ max: 500, optional: true }),
      adds: "note",
      dateIn: (cell) => dateAmong(cell)?.date ?? "",
      spread: conclusion,
      alsoIn: "signedOn",
      takes: (cell) => signedAt.test(cell) && Boolean(dateAmong(cell)?.rest),
    },
    {
      key: "provisionalOn",
      field: partialDate({ optional: true }),
      adds: "note",
      spread: (cell, { typed }) =>
        acted(cell, typed, { action: "provisional-application", party: allOf(typed) }, ["provisionally"]),
    },
    {
      key: "inForceOn",
      field: partialDate({ optional: true }),
      adds: "note",
      dateIn: (cell) => forceIn(cell)[0]?.date ?? "",
      spread: entryIntoForce,
      alsoIn: "inForce",
      takes: saysForce,
    },
    {
      key: "registeredOn",
      field: partialDate({ optional: true }),
      spread: (cell, { typed }) => acted(cell, typed, { action: "registration" }),
    },
    {
      key: "terminatedOn",
      field: partialDate({ optional: true }),
      spread: (cell, { typed }) =>
        acted(cell, typed, { action: "termination", party: allOf(typed) }, ["terminated", "expired"]),
    },
    {
      key: "depositary",
      field: text({ max: 200, optional: true }),
      adds: "note",
      spread: (cell, { said }) => ({ note: noteWith(cell, said) }),
      // The register of an action is kept by others.
      ofRows: { field: "actions", key: "depositary", isOf: ({ action }) => action !== "registration" },
    },
  ],
};

function parties(cell: string, { typed, countries }: SoFar): Typed {
  if (isNothing(cell)) return {};
  return { signatories: [...typedRows(typed.signatories), ...partiesIn(cell, countries)] };
}

/** How "Signed at Almaty September 21, 1998" begins. */
const signedAt = /^(?:signed|done|concluded|made) (?:at|in) (?=\p{Lu})/iu;

function conclusion(printed: string, { said, order }: SoFar): Typed {
  if (isNothing(printed)) return {};
  const cell = printed.replace(signedAt, "");
  // What has a year and is no date is left for the date to refuse.
  const { date, rest } =
    dateAmong(cell) ?? (/\d{4}/.test(cell) ? { date: cell, rest: "" } : { date: "", rest: cell });
  const found = { place: said("place"), signedOn: said("signedOn") };
  const signedOn = dateInOrder(date, order);
  const isUsed =
    (!found.place || fold(found.place).includes(fold(rest))) &&
    (!found.signedOn || !date || isWithin(found.signedOn, signedOn));
  return filled({
    place: found.place || rest,
    signedOn: found.signedOn || signedOn,
    note: isUsed ? "" : noteWith(cell, said),
  });
}

/** Whether a date says all that another does: a day of the month, or the same. */
function isWithin(date: string, other: string): boolean {
  const [one, whole] = [readTypedDate(date), readTypedDate(other)];
  return one.ok && whole.ok ? one.edtf.startsWith(whole.edtf) : date === other;
}

/** Whether a cell says more of an agreement's force than a choice of "yes", "no" and "unknown" does. */
function saysForce(cell: string): boolean {
  if (["yes", "no", "unknown"].includes(fold(cell)) || isNotKnown(cell)) return false;
  return forceSaid(cell) !== null || forceIn(cell).some(({ isSaid, date }) => isSaid || isDate(date));
}

function entryIntoForce(cell: string, { typed, said, order }: SoFar): Typed {
  const status = forceSaid(cell);
  if (status) {
    const stated = said("inForce");
    const isOtherwise = stated !== "" && stated !== status && status !== "unknown";
    return { inForce: stated || status, ...(isOtherwise && { note: noteWith(cell, said) }) };
  }
  if (isNothing(cell)) return {};
  const party = allOf(typed);
  const stated = forceIn(cell).map(({ action, date }): Typed => ({
    action,
    party,
    ...(date && { date: dateInOrder(date, order) }),
  }));
  const actions = stated.reduce<Typed>((so, action) => withAction(so, action), typed).actions ?? [];
  // How it came into force has no field of its own.
  const hasRest = forceIn(cell).some(({ rest }) => rest !== "");
  return { actions, ...(hasRest && { note: noteWith(cell, said) }) };
}

/** The action that a cell dates, or says to have been taken; none where it says that it was not. */
function acted(cell: string, typed: Typed, action: Typed, words: readonly string[] = []): Typed {
  if (isDenied(cell)) return {};
  return withAction(typed, isAffirmed(cell, words) ? action : { ...action, date: withoutActionSaid(cell) });
}

/** What a record's own column of notes says, and those before, with a whole cell below it. */
function noteWith(cell: string, said: SoFar["said"]): string {
  return [said("note"), cell].filter(Boolean).join("\n");
}

/** A record's actions with another one, which may be among them already. */
function withAction(typed: Typed, action: Typed): Typed {
  const actions = typedRows(typed.actions);
  const isSame = (one: Typed) => ["action", "party", "date"].every((key) => one[key] === action[key]);
  return { actions: actions.some(isSame) ? actions : [...actions, action] };
}

/** "All parties" are said of more than two. */
function allOf(typed: Typed): "both" | "all" {
  return typedRows(typed.signatories).length > 2 ? "all" : "both";
}

function filled(values: Record<string, string>): Typed {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}
