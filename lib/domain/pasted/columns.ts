/** What the columns of a pasted table can be, by a kind's definition: each field that one cell can hold. */
import type { Field, FieldKindName } from "../fields/fields";
import { country } from "../fields/country/country";
import type { RowsField } from "../fields/rows/rows";
import type { Kind } from "../kinds/define-kind";
import { below, partsOf } from "../paths";
import type { KindKey } from "../kinds/registry";
import type { SideKey } from "../sides";
import { flowColumns, partnerColumn } from "./flow-columns";
import { type SpreadColumn, spreadColumns } from "./spread";

export interface PasteColumn {
  /** The path of the field, that of a row's field without a row: `total`, `products/description`. */
  path: string;
  field: Field;
  /** The field whose rows it is part of; several lines of a table can then be one record. */
  rowsOf: string | null;
  /** One column for several fields, as the standing of all figures: what a cell says is said of each that has no column of its own. */
  fills?: readonly string[];
  /** One column whose cells go into several values. */
  spreads?: SpreadColumn;
  /** One field's column whose cells may say what another column's do: dates below "In force". */
  otherwise?: SpreadColumn;
  /** The field of its row that holds a party that is no country. */
  namedIn?: string;
  /** Its cells say with whom trade is: none of them is kept, and one of another partner is no line of the dossier. */
  isPartner?: true;
  /** By the side that reports a line, the field that its cells are of. */
  bySide?: Readonly<Record<SideKey, string>>;
}

/** The path of the column that says of all figures at once how sure they are: no field has it. */
export const standingColumn = "standing";

/** Whether a cell can hold what a field of this kind holds. */
const fitsCell = {
  text: true,
  lines: true,
  choice: true,
  country: true,
  decimal: true,
  partialDate: true,
  wholeNumber: true,
  webAddress: true,
  reference: false,
  references: false,
  paths: false,
  file: false,
  rows: false,
} as const satisfies Record<FieldKindName, boolean>;

/** The columns that a table of a kind's records can have, in the order of its form. */
export function columnsOf({ key, fields, marked = {} }: Kind): PasteColumn[] {
  const fills = Object.values(marked);
  const field = fields[fills[0] ?? ""];
  const ofAll = field ? [{ path: standingColumn, field, rowsOf: null, fills }] : [];
  const spread = (spreadColumns[key as KindKey] ?? []).map((one): PasteColumn => ({
    path: one.key,
    field: one.field,
    rowsOf: null,
    spreads: one,
  }));
  const otherwiseOf = (path: string) => {
    const otherwise = spreadColumns[key as KindKey]?.find(({ alsoIn }) => alsoIn === path);
    return otherwise && { otherwise };
  };
  const own = Object.entries(fields).flatMap(([key, field]): PasteColumn[] => {
    if (fitsCell[field.kind]) return [{ path: key, field, rowsOf: null, ...otherwiseOf(key) }];
    if (field.kind !== "rows" || (key !== citationsField && needsMore(field))) return [];
    return Object.entries(field.of).flatMap(([inner, one]) =>
      fitsCell[one.kind]
        ? [
            {
              path: below(key, inner),
              field: one,
              rowsOf: key,
              ...(isNamed(one, field) && { namedIn: "name" }),
            },
          ]
        : [],
    );
  });
  const flows = (flowColumns[key as KindKey] ?? []).map(({ key, bySide }): PasteColumn => ({
    path: key,
    field: fields[bySide.a]!,
    rowsOf: null,
    bySide,
  }));
  const partner: PasteColumn[] =
    flows.length > 0
      ? [{ path: partnerColumn, field: country({ optional: true }), rowsOf: null, isPartner: true }]
      : [];
  return [...own, ...partner, ...flows, ...spread, ...ofAll];
}

/** Whether a row's party can be told by its name instead. */
const isNamed = (one: Field, { of }: RowsField) =>
  one.kind === "country" && one.isParty && of.name?.kind === "text";

/** Whether a row holds what it cannot do without and no cell can hold: another record, or a file. */
function needsMore({ of }: RowsField): boolean {
  return Object.values(of).some(({ kind, optional }) => !optional && !fitsCell[kind]);
}

/** A column's field, and the field of its rows where it is in some: the parts of its path. */
export function partsOfColumn(path: string): { own: string; inner: string | undefined } {
  const [own = "", inner] = partsOf(path);
  return { own, inner };
}

/** The field of what every line of a table cites. */
export const citationsField = "citations";
