/** Columns of trade that say which way goods go and not between whom: "Exports" are those of the country that reports a line. */
import type { KindKey } from "../kinds/registry";
import type { SideKey } from "../sides";

export interface FlowColumn {
  key: string;
  /** By the side that reports, the field that its figures are of. */
  bySide: Readonly<Record<SideKey, string>>;
}

/** The field that says who reports. */
export const reporterField = "reporter";

/** The column that says with whom a line's trade is: no field keeps it, since a dossier has one partner for each of its countries. */
export const partnerColumn = "partner";

/** By kind. */
export const flowColumns: { readonly [K in KindKey]?: readonly FlowColumn[] } = {
  tradeYear: [
    { key: "exports", bySide: { a: "exportsA", b: "exportsB" } },
    { key: "imports", bySide: { a: "exportsB", b: "exportsA" } },
  ],
};
