/** The kinds for whose forms the server does more; the browser's half is components/desk/form/panels.ts. */
import "server-only";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { ServerPanel } from "./server-panel";
import { tradeYearPanel } from "./trade-year";

const panels: { [K in KindKey]?: ServerPanel } = { tradeYear: tradeYearPanel };

/** What a kind's panel has the server do; nothing for most. */
export function serverPanelOf(kind: KindKey): ServerPanel {
  return panels[kind] ?? {};
}
