import type { KindKey } from "@/lib/domain/kinds/registry";
import type { KindView } from "../kind-view";
import { filled, type NumberedSource, notesFor } from "../notes/notes";
import { Footnotes } from "../notes/footnotes";
import { Cite } from "../sources/cite";
import { viewOf } from "../views";
import type { ShownFile } from "../files/shown-files";
import { type Around, type Linked, nothingAround } from "./linked";
import { RecordHeading } from "./record-heading";
import type { Setting, Viewed } from "./setting";

/** Any record, with the kinds told apart by `kind`. */
export type AnyViewed = { [K in KindKey]: Viewed<K> }[KindKey];

interface Props {
  record: AnyViewed;
  title: string;
  setting: Setting;
  /** The sources it cites, with their numbers in the dossier. */
  sources: readonly NumberedSource[];
  /** The records that it refers to and that refer to it, by kind. */
  linked: (kind: KindKey) => readonly Linked[];
  around?: Around;
  files: readonly ShownFile[];
}

/** One record of any kind as its page shows it, with its notes: what the desk previews a draft with. */
export function RecordView({
  record,
  title,
  setting,
  sources,
  linked,
  around = nothingAround,
  files,
}: Props) {
  // The view is that of the record's own kind, which a union of both cannot say.
  const { fields, citesItself, page, Whole } = viewOf(record.kind) as KindView<KindKey>;
  const citations = "citations" in record.values ? record.values.citations : [];
  const notes = notesFor(sources, [
    {
      key: record.id,
      citations,
      fields: filled(record.values, fields),
      spread: record.kind === "dossier",
    },
  ]);
  return (
    <article>
      <div className="mb-8">
        <RecordHeading
          title={title}
          short={page?.short?.(record.values)}
          marks={!citesItself && <Cite notes={notes} of={record.id} />}
        />
      </div>
      <Whole record={record} setting={setting} notes={notes} linked={linked} around={around} files={files} />
      <Footnotes notes={notes} setting={setting} />
    </article>
  );
}
