import type { InColumns } from "../storage";

export const storage: InColumns<""> = {
  in: "columns",
  columns: [{ suffix: "", type: "text[]", holds: "value", isList: true }],
};
