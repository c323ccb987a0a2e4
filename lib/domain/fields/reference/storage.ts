import type { InColumns, InLinks } from "../storage";

/** A foreign key: `sourceId` for a field `source`. */
export const oneLink = (refersTo: string): InColumns<"Id"> => ({
  in: "columns",
  columns: [{ suffix: "Id", type: "uuid", holds: "value", refersTo }],
});

/** A table of foreign keys, called by the kind that they lead to: `agreementId`. */
export const manyLinks = <To extends string>(refersTo: To): InLinks<To> => ({ in: "links", refersTo });
