import type { ExportedColumns } from "../export";

/** The address of the record that is referred to, and its title beside it. */
export const exported = (many: boolean): ExportedColumns => ({
  as: "columns",
  many,
  columns: [
    { suffix: "", type: "anyURI", shows: "address" },
    { suffix: ".title", type: "string", shows: "title" },
  ],
});
