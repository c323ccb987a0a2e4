/** What readers see of each record kind. */
import type { DossierKindKey, KindKey } from "@/lib/domain/kinds/registry";
import { kindKeys, kinds } from "@/lib/domain/kinds/registry";
import { agreement } from "./agreements/agreement";
import { announcement } from "./announcements/announcement";
import { dossier } from "./dossier/dossier";
import { event } from "./history/event";
import type { KindView } from "./kind-view";
import { mission } from "./missions/mission";
import { person } from "./people/person";
import { source } from "./sources/source";
import { tradeProducts } from "./trade/trade-products";
import { tradeYear } from "./trade/trade-year";
import { visit } from "./visits/visit";

export const views: { [K in KindKey]: KindView<K> } = {
  dossier,
  event,
  visit,
  agreement,
  tradeYear,
  tradeProducts,
  mission,
  announcement,
  source,
  person,
};

/** The view of a kind that is known only when the page is asked for. */
export function viewOf<K extends KindKey>(kind: K): KindView<K> {
  return views[kind];
}

/** The kinds of records in a dossier, in the order in which it lists them. */
export const dossierKinds = kindKeys.filter((key): key is DossierKindKey => kinds[key].inDossier);
