/** A dossier's own record as readers see it; its overview is a page of app/. */
import { type KindView, nowhereElse } from "../kind-view";
import { dossierFields, DossierView } from "./dossier-view";

export const dossier: KindView<"dossier"> = {
  ...nowhereElse,
  fields: dossierFields,
  citesItself: false,
  Whole: DossierView,
};
