import type { InColumns } from "../storage";

/** The date as it was written, and the days between which it lies, for sorting and asking. */
export const storage: InColumns<"" | "Earliest" | "Latest"> = {
  in: "columns",
  columns: [
    { suffix: "", type: "text", holds: "value" },
    { suffix: "Earliest", type: "date", holds: "earliest" },
    { suffix: "Latest", type: "date", holds: "latest" },
  ],
};
