import type { PanelOf } from "../form/kind-panel";
import { CopySource } from "./copy-source";
import { PartsAndTotal } from "./parts-and-total";

/** A year of trade checks its parts against its total, begins with last year's source, and leads to the next year. */
export const tradePanel: PanelOf<"tradeYear"> = {
  below: { total: PartsAndTotal },
  besideReference: CopySource,
  next: { intent: "save-and-next", word: "nextYear" },
};
