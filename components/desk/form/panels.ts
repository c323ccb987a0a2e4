/** The kinds whose forms have more than their definitions say. */
import type { KindKey } from "@/lib/domain/kinds/registry";
import { tradePanel } from "../trade/panel";
import type { KindPanel, PanelOf } from "./kind-panel";

const panels: { [K in KindKey]?: PanelOf<K> } = { tradeYear: tradePanel };

/** Every kind goes on with another record of it, but the dossier, of which there is one for each two countries. */
const another: KindPanel = { next: { intent: "save-and-next", word: "another" } };

/** What a kind adds to its form. */
export function panelOf(kind: KindKey): KindPanel {
  return { ...(kind !== "dossier" && another), ...panels[kind] };
}
