import type { InColumns } from "../storage";

/** The file's id, as a foreign key to the table of files. */
export const storage: InColumns<""> = {
  in: "columns",
  columns: [{ suffix: "", type: "text", holds: "value", refersTo: "file" }],
};
