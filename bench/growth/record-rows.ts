/** The rows that a record leaves in all tables when it is made and published, as the desk's writes leave them. */
import { childRow, columnsOf } from "@/lib/database/columns";
import { citation } from "@/lib/domain/kinds/define-kind";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { endDay, listFacets } from "@/lib/domain/list-facets";
import { standingOf, touchedBy } from "@/lib/domain/touched-tags";
import { project } from "@/lib/domain/projection";
import { todaysDay } from "@/lib/domain/today";
import { linksFrom } from "@/lib/domain/references";
import type { Row, Rows } from "./copy";
import { idAt } from "./ids";
import type { Values } from "./values";

export interface MadeRecord {
  id: string;
  kind: KindKey;
  dossierId: string | null;
  /** Empty for a draft. */
  slug: string | null;
  values: Values;
  /** Milliseconds since 1970: it is published a minute after it was made. */
  madeAt: number;
  /** How often it was saved since it was published. */
  saves?: number;
}

function typedTable(kind: KindKey): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** Tables of a field's own. */
const childTables: Record<string, string> = {
  "dossier.standings": "DossierStanding",
  "visit.delegation": "VisitDelegate",
  "visit.meetings": "VisitMeeting",
  "visit.agreements": "VisitAgreement",
  "agreement.signatories": "AgreementSignatory",
  "agreement.actions": "AgreementAction",
  "agreement.relations": "AgreementRelation",
  "mission.closures": "MissionClosure",
  "mission.heads": "MissionHead",
  "mission.earlierSeats": "MissionSeat",
  "mission.earlierTypes": "MissionLevel",
  "tradeProducts.products": "TradeProduct",
  "tradeYear.mirrorReasons": "TradeYearReason",
  "person.names": "PersonName",
  "person.offices": "PersonOffice",
};

/** The tables that are filled. */
export const filledTables = [
  ...[
    "Entry",
    "EntryLink",
    "Revision",
    "AuditEvent",
    "Outbox",
    "Record",
    "Citation",
    "SourceNumber",
    "SlugAlias",
  ],
  ...kindKeys.map((kind) => typedTable(kind)),
  ...Object.values(childTables),
];

const by = "Bench";
const minute = 60_000;

export function addRecord(rows: Rows, record: MadeRecord): void {
  const { id, kind, dossierId, slug, values, madeAt, saves = 0 } = record;
  const definition = kindOf(kind);
  const projection = project(definition, values);
  const draft = JSON.stringify(values);
  const at = (version: number) => new Date(madeAt + (version - 1) * minute).toISOString();
  const version = slug === null ? 1 : 2 + saves;
  const { title, sortDate, searchText, uniqueKey } = projection;
  const listed = { title, sortDate, searchText, uniqueKey };
  const published = slug === null ? null : at(2);
  const place = { id, kind, dossierId, slug };
  rows.add("Entry", {
    ...place,
    ...listed,
    state: slug === null ? "draft" : saves > 0 ? "changed" : "published",
    version,
    draft,
    facets: JSON.stringify(projection.facets),
    createdAt: at(1),
    createdByName: by,
    updatedAt: at(version),
    updatedByName: by,
    firstPublishedAt: published,
    lastPublishedAt: published,
  });
  for (const { to, field } of linksFrom(definition, values))
    rows.add("EntryLink", { fromId: id, toId: to, field });
  for (let number = 1; number <= version; number += 1) {
    const action = number === 1 ? "create" : number === 2 ? "publish" : "save";
    addVersion(rows, { id, kind, version: number, action, draft, title, at: at(number) });
  }
  if (published === null) return;
  const today = todaysDay();
  rows.add("Record", {
    ...place,
    ...listed,
    version: 2,
    firstPublishedAt: published,
    lastPublishedAt: published,
    facets: listFacets(definition, values, null, today),
    turnsOn: definition.turnsOn(definition.completed(values), today),
    endDate: endDay(definition, values),
  });
  addTyped(rows, record);
  const { tags } = touchedBy({ id, kind, dossierId }, null, standingOf(kind, slug ?? "", values));
  rows.add("Outbox", { at: published, recordId: id, kind, dossierId, action: "publish", slug, tags });
}

/** What a save leaves behind: the copy, and the event. */
function addVersion(
  rows: Rows,
  one: {
    id: string;
    kind: KindKey;
    version: number;
    action: string;
    draft: string;
    title: string;
    at: string;
  },
): void {
  const { id, kind, version, action, draft, title, at } = one;
  const shared = { id: idAt(Date.now()), version, action, byName: by, at, entryId: id };
  rows.add("Revision", { ...shared, values: draft, title });
  rows.add("AuditEvent", { ...shared, id: idAt(Date.now()), subject: kind });
}

function addTyped(rows: Rows, { id, kind, dossierId, slug, values }: MadeRecord): void {
  const { fields } = kindOf(kind);
  const columns = columnsOf(fields, kind === "dossier" ? { ...values, slug } : values);
  const own: Row = { id };
  for (const [key, value] of Object.entries(columns)) {
    const table = childTables[`${kind}.${key}`];
    if (table) for (const child of childrenIn(value)) rows.add(table, { [`${kind}Id`]: id, ...child });
    else own[key] = value as Row[string];
  }
  rows.add(typedTable(kind), own);
  const citations = (values.citations ?? []) as Values[];
  for (const [position, row] of citations.entries())
    rows.add("Citation", {
      recordId: id,
      dossierId: dossierId ?? id,
      position,
      ...(childRow(citation, row) as Row),
    });
}

const childrenIn = (value: unknown) => (value as { create: Row[] }).create;
