/**
 * Fills a published dossier with many published records, by SQL: as publication would have left them, without their
 * history. What is measured and tested on it is how pages are read, not how records came to be.
 */
import type pg from "pg";
import { v7 } from "uuid";
import { withConnection } from "@/lib/database/connection";
import { columnsOf } from "@/lib/database/columns";
import type { Held } from "@/lib/domain/fields/field";
import { type DossierKindKey, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { project } from "@/lib/domain/projection";
import { required } from "@/lib/env";
import { made } from "./made-records";

export interface FilledDossier {
  id: string;
  parties: readonly [string, string];
}

/** How many of each there are to be. */
export type Filling = Partial<Record<DossierKindKey | "source", number>> & {
  /** The first year in which anything happened; the last is 2026. */
  since?: number;
};

/** A dossier as full as that of two large neighbours. */
export const fullDossier: Filling = {
  source: 60,
  event: 80,
  visit: 37,
  agreement: 120,
  tradeYear: 34 * 3,
  mission: 24,
  since: 1900,
};

interface Row {
  id: string;
  kind: KindKey;
  values: Held;
}

/** Adds published records to a dossier, each citing two of the sources that are added with them. */
export async function fillDossier(dossier: FilledDossier, filling: Filling): Promise<void> {
  const { source = 1, since = 1990, ...counts } = filling;
  const sources = rowsOf("source", source, dossier.parties, since, []);
  const ids = sources.map(({ id }) => id);
  const kinds = Object.entries(counts) as [DossierKindKey, number][];
  const records = kinds.flatMap(([kind, count]) => rowsOf(kind, count, dossier.parties, since, ids));
  // As the tables' owner: no time limit of the application's holds, and only the owner may ANALYZE.
  await withConnection(required("directDatabaseUrl"), async (client) => {
    await client.query("BEGIN");
    await insert(client, null, sources);
    await client.query(
      `INSERT INTO "SourceNumber" ("dossierId", "sourceId", "number")
       SELECT $1, one."id", one."place" + (SELECT coalesce(max("number"), 0) FROM "SourceNumber" WHERE "dossierId" = $1)
       FROM unnest($2::uuid[]) WITH ORDINALITY AS one("id", "place")`,
      [dossier.id, ids],
    );
    await insert(client, dossier.id, records);
    await client.query("COMMIT");
    await client.query("ANALYZE");
  });
}

function rowsOf(
  kind: KindKey,
  count: number,
  parties: readonly [string, string],
  since: number,
  sources: readonly string[],
): Row[] {
  return Array.from({ length: count }, (_, number) => {
    const citations = [number, number * 7 + 3].map((place) => ({
      id: v7(),
      source: sources[place % sources.length],
      place: `p. ${(number % 40) + 1}`,
    }));
    const values = made[kind as keyof typeof made](number, parties, since);
    return { id: v7(), kind, values: kind === "source" ? values : { ...values, citations } };
  });
}

/** What lists and searches need of each row, as a save would have projected it. */
function entryOf(dossierId: string | null, { id, kind, values }: Row, number: number) {
  const projected = project(kindOf(kind), values);
  const at = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();
  return {
    ...{ id, kind, dossierId, ...projected, draft: values, version: 2, state: "published" },
    ...{ slug: `made-${number}-${id.slice(-6)}`, createdByName: "Made up", updatedByName: "Made up" },
    ...{ createdAt: at, updatedAt: at, firstPublishedAt: at, lastPublishedAt: at },
  };
}

async function insert(client: pg.Client, dossierId: string | null, rows: readonly Row[]): Promise<void> {
  const entries = rows.map((row, number) => entryOf(dossierId, row, number));
  await populate(client, "Entry", entries);
  await client.query(
    `INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "sortDate", "searchText", "uniqueKey", "version",
                           "firstPublishedAt", "lastPublishedAt")
     SELECT "id", "kind", "dossierId", "slug", "title", "sortDate", "searchText", "uniqueKey", "version",
            "firstPublishedAt", "lastPublishedAt" FROM "Entry" WHERE "id" = ANY ($1)`,
    [rows.map(({ id }) => id)],
  );
  for (const kind of new Set(rows.map((row) => row.kind)))
    await insertTyped(
      client,
      kind,
      rows.filter((row) => row.kind === kind),
    );
  await populate(
    client,
    "Citation",
    rows.flatMap(({ id, values }) =>
      ((values.citations ?? []) as Held[]).map(({ source, ...one }, position) => ({
        ...one,
        recordId: id,
        position,
        sourceId: source,
      })),
    ),
  );
}

/** The tables of rows of a field, by kind and field. */
const childTables: Partial<Record<KindKey, Record<string, string>>> = {
  visit: { meetings: "VisitMeeting" },
  agreement: { signatories: "AgreementSignatory", actions: "AgreementAction" },
};

async function insertTyped(client: pg.Client, kind: KindKey, rows: readonly Row[]): Promise<void> {
  const children: Record<string, Held[]> = {};
  const typed = rows.map(({ id, values }) => {
    const columns = Object.entries(columnsOf(kindOf(kind).fields, values)).filter(([key, value]) => {
      const created = (value as { create?: Held[] } | null)?.create;
      const table = childTables[kind]?.[key];
      if (created && table)
        (children[table] ??= []).push(...created.map((row) => ({ ...row, [`${kind}Id`]: id })));
      return !created;
    });
    return { id, ...Object.fromEntries(columns) };
  });
  await populate(client, kind.charAt(0).toUpperCase() + kind.slice(1), typed);
  for (const [table, own] of Object.entries(children)) await populate(client, table, own);
}

/** Inserts rows of which all have the same columns. */
async function populate(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 2000) {
    const some = rows.slice(from, from + 2000);
    const columns = Object.keys(some[0]!)
      .map((column) => `"${column}"`)
      .join(", ");
    await client.query(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
      [JSON.stringify(some)],
    );
  }
}
