/** The kinds whose forms have more than their definitions say. */
import type { KindKey } from "@/lib/domain/kinds/registry";
import { tradePanel } from "../trade/panel";
import type { KindPanel, PanelOf } from "./kind-panel";

const panels: { [K in KindKey]?: PanelOf<K> } = { tradeYear: tradePanel };

/** What a kind adds to its form; nothing for most. */
export function panelOf(kind: KindKey): KindPanel {
  return panels[kind] ?? {};
}
