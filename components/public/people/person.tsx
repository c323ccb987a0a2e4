/** A person as readers see them; their page, with what all dossiers record of them, is a page of app/. */
import { type KindView, nowhereElse } from "../kind-view";
import { PersonFacts } from "./person-facts";

export const person: KindView<"person"> = {
  ...nowhereElse,
  fields: [],
  citesItself: false,
  Whole: ({ record }) => <PersonFacts record={record} />,
};
