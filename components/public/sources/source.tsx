/** A source as readers see it; its page and the list of all sources are pages of app/. */
import { kindKeys } from "@/lib/domain/kinds/registry";
import { type KindView, nowhereElse } from "../kind-view";
import { SourceView } from "./source-view";

export const source: KindView<"source"> = {
  ...nowhereElse,
  fields: [],
  citesItself: false,
  Whole: ({ record, linked, files }) => {
    const citing = kindKeys.flatMap(linked);
    // What cites a source is no part of it, and of a version or a draft not known.
    return <SourceView record={record} files={files} citedBy={citing.length > 0 ? citing : undefined} />;
  },
};
