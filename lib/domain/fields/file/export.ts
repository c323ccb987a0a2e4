import type { ExportedColumns } from "../export";

/** The address under which readers get it. */
export const exported: ExportedColumns = {
  as: "columns",
  many: false,
  columns: [{ suffix: "", type: "anyURI", shows: "file" }],
};
