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
import { dateAtStart, dateAmong } from "./dates-among-words";
import { dateInOrder } from "./date-orders";
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
}

/** A record as far as its line was read. */
export interface SoFar {
  typed: Typed;
  /** What a column of its own says of a field; empty where there is none, or it says nothing. */
  said(key: string): string;
  order: Order | null;
}

/** By kind, in the order in which they are spread, whichever that of the table is. */
export const spreadColumns: { readonly [K in KindKey]?: readonly SpreadColumn[] } = {
  agreement: [
    {
      key: "parties",
      field: text({ max: 4000, optional: true }),
      spread: (cell, { typed }) => ({
        signatories: [...typedRows(typed.signatories), ...partiesIn(cell)],
      }),
    },
    {
      key: "conclusion",
      field: text({ max: 500, optional: true }),
      dateIn: (cell) => dateAmong(cell)?.date ?? "",
      spread: (cell, { said, order }) => {
        const found = dateAmong(cell);
        // What has a year and is no date is left for the date to refuse.
        const { date, rest } =
          found ?? (/\d{4}/.test(cell) ? { date: cell, rest: "" } : { date: "", rest: cell });
        return filled({
          place: said("place") || rest,
          signedOn: said("signedOn") || dateInOrder(date, order),
        });
      },
    },
    {
      key: "inForceOn",
      field: partialDate({ optional: true }),
      adds: "note",
      dateIn: (cell) => dateAtStart(withoutLead(cell))?.date ?? "",
      spread: entryIntoForce,
    },
    {
      key: "registeredOn",
      field: partialDate({ optional: true }),
      spread: (cell, { typed }) => withAction(typed, { action: "registration", date: cell }),
    },
    {
      key: "terminatedOn",
      field: partialDate({ optional: true }),
      spread: (cell, { typed }) =>
        isNothing(cell) ? {} : withAction(typed, { action: "termination", party: allOf(typed), date: cell }),
    },
    {
      key: "depositary",
      field: text({ max: 200, optional: true }),
      spread: (cell, { typed }) => {
        const [first = {}, ...others] = typedRows(typed.actions);
        return { actions: [{ ...first, depositary: cell }, ...others] };
      },
    },
  ],
};

/** What registers say in place of a date of entry into force. */
const statuses: Readonly<Record<string, readonly string[]>> = {
  yes: ["yes", "y", "in force"],
  no: ["no", "n", "not in force", "not yet in force", "not yet", "pending", "terminated", "expired"],
  unknown: ["unknown", "not known", "not recorded", "?", "n/a"],
};

const longestStatus = 40;

const isNothing = (cell: string) => /^[-–—\s]+$/.test(cell);

/** "In force since 12 May 2014" without what the column says already. */
const withoutLead = (cell: string) =>
  cell
    .trim()
    .replace(
      /^(?:in force|entered into force|entry into force|effective)[: ]+(?:(?:since|from|on|as of) )?/iu,
      "",
    );

function entryIntoForce(cell: string, { typed, said, order }: SoFar): Typed {
  if (isNothing(cell)) return {};
  const folded = cell.length > longestStatus ? "" : fold(cell).trim();
  const status = Object.keys(statuses).find((one) => statuses[one]!.includes(folded));
  if (status) return { inForce: said("inForce") || status };
  const found = dateAtStart(withoutLead(cell));
  const acted = withAction(typed, {
    action: "entry-into-force",
    party: allOf(typed),
    date: dateInOrder(found?.date ?? cell, order),
  });
  // How it came into force has no field of its own.
  return found?.rest ? { ...acted, note: [said("note"), cell].filter(Boolean).join("\n") } : acted;
}

function withAction(typed: Typed, action: Typed): Typed {
  return { actions: [...typedRows(typed.actions), action] };
}

/** "All parties" are said of more than two. */
function allOf(typed: Typed): "both" | "all" {
  return typedRows(typed.signatories).length > 2 ? "all" : "both";
}

function filled(values: Record<string, string>): Typed {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}
