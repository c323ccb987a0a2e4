/** A list of products traded as readers see it, on the page of the dossier's trade. */
import { type KindView, nowhereElse } from "../kind-view";
import { tradeProductsFields, TradeProductsView } from "./trade-products-view";

export const tradeProducts: KindView<"tradeProducts"> = {
  ...nowhereElse,
  fields: tradeProductsFields,
  citesItself: true,
  Whole: TradeProductsView,
};
