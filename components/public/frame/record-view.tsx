import { type KindKey, kindKeys } from "@/lib/domain/kinds/registry";
import { agreementFields, AgreementView } from "../agreements/agreement-view";
import { Cite } from "../sources/cite";
import { dossierFields, DossierView } from "../dossier/dossier-view";
import { eventFields, EventView } from "../history/event-view";
import { Footnotes } from "../notes/footnotes";
import type { Linked } from "./linked";
import { missionFields, MissionView } from "../missions/mission-view";
import { filled, type NotedSource, type Notes, notesFor } from "../notes/notes";
import type { Setting, Viewed } from "./setting";
import { SourceView } from "../sources/source-view";
import { TradeProductsView } from "../trade/trade-products-view";
import { tradeYearFields, TradeYearView } from "../trade/trade-year-view";
import { visitFields, VisitView } from "../visits/visit-view";

/** Any record, with the kinds told apart by `kind`. */
export type AnyViewed = { [K in KindKey]: Viewed<K> }[KindKey];

const fieldsOf: Record<KindKey, readonly string[]> = {
  dossier: dossierFields,
  event: eventFields,
  visit: visitFields,
  agreement: agreementFields,
  tradeYear: tradeYearFields,
  tradeProducts: [],
  mission: missionFields,
  source: [],
};

interface Props {
  record: AnyViewed;
  title: string;
  setting: Setting;
  /** The sources it cites; their order gives the numbers. */
  sources: readonly NotedSource[];
  /** The records that it refers to and that refer to it, by kind. */
  linked: (kind: KindKey) => readonly Linked[];
}

/** One record of any kind as its page shows it, with its notes: what the desk previews a draft with. */
export function RecordView({ record, title, setting, sources, linked }: Props) {
  const citations = "citations" in record.values ? record.values.citations : [];
  const fields = filled(record.values, fieldsOf[record.kind]);
  const numbered = sources.map((source, index) => ({ number: index + 1, source }));
  const notes = notesFor(numbered, [
    { key: record.id, citations, fields, spread: record.kind === "dossier" },
  ]);
  // These two set the marks of the record as a whole themselves.
  const citesItself = record.kind === "event" || record.kind === "tradeProducts";
  return (
    <article>
      <h1 className="mb-8 max-w-4xl text-title">
        {title}
        {!citesItself && <Cite notes={notes} of={record.id} />}
      </h1>
      <Body record={record} setting={setting} notes={notes} linked={linked} />
      <Footnotes notes={notes} setting={setting} />
    </article>
  );
}

function Body({
  record,
  setting,
  notes,
  linked,
}: Pick<Props, "record" | "setting" | "linked"> & { notes: Notes }) {
  const shared = { setting, notes };
  switch (record.kind) {
    case "dossier":
      return <DossierView record={record} notes={notes} />;
    case "event":
      return <EventView record={record} notes={notes} />;
    case "visit":
      return <VisitView record={record} agreements={linked("agreement")} {...shared} />;
    case "agreement":
      return <AgreementView record={record} visits={linked("visit")} {...shared} />;
    case "tradeYear":
      return <TradeYearView record={record} {...shared} />;
    case "tradeProducts":
      return <TradeProductsView record={record} notes={notes} />;
    case "mission":
      return <MissionView record={record} {...shared} />;
    case "source":
      return <SourceView record={record} citedBy={kindKeys.flatMap(linked)} />;
  }
}
