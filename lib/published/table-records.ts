/** All of a dossier's records of a kind, some at a time and as they stood at one moment: for files of them. */
import "server-only";
import { cacheTag } from "@/lib/domain/cache-tags";
import { kindKeyOf, kindOf, type KindKey, sharedKinds } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { linksFrom } from "@/lib/domain/references";
import { database, type Transaction } from "@/lib/database/client";
import { readTyped } from "@/lib/database/tables";
import { noteTags } from "./note-tags";
import { newestFirst } from "./record-order";
import { recordFrom } from "./record-row";

/** A kind of which a dossier has a table. */
export type TableKind = Exclude<KindKey, "dossier" | "person">;

/** A record as others refer to it. */
export type RecordName = Pick<PublishedRecord, "kind" | "slug" | "title">;

/** Is given the table's records in their order. */
export interface TableReader {
  start(count: number): Promise<void> | void;
  batch(batch: { records: PublishedRecord[]; named: Map<string, RecordName> }): Promise<void> | void;
}

/** Read at a time. */
const batchSize = 500;
/** How long a whole table may take to be read, in milliseconds. */
const readWithin = 60_000;
/** Of more records than these a file names, it is made anew with any change of its dossier rather than of each. */
const mostNames = 1000;

/**
 * Reads a dossier's records of a kind in the order of its list (sources by number). The reader must not wait for
 * anything slow, such as a client: while it takes a batch, a connection is held.
 * @throws where it all takes longer than a minute.
 */
export async function readTable(dossierId: string, kind: TableKind, reader: TableReader): Promise<void> {
  const names = new Map<string, RecordName>();
  await database().$transaction(
    async (tx) => {
      const ids = await orderedIds(tx, dossierId, kind);
      await reader.start(ids.length);
      for (let at = 0; at < ids.length; at += batchSize) {
        const records = await recordsOf(tx, kind, ids.slice(at, at + batchSize));
        await addNames(tx, dossierId, records, names);
        await reader.batch({ records, named: names });
      }
      noteTags(cacheTag.verifications(dossierId, kind));
      if (kind === "source") noteTags(cacheTag.sources(dossierId), ...recordTags(dossierId, ids));
      else noteTags(cacheTag.everything(dossierId, kind));
    },
    { isolationLevel: "RepeatableRead", timeout: readWithin },
  );
  const named = [...names.keys()];
  noteTags(...(named.length > mostNames ? [cacheTag.changes(dossierId)] : named.map(cacheTag.name)));
}

// A source that changes is a change of each dossier that cites it.
const recordTags = (dossierId: string, ids: readonly string[]) =>
  ids.length > mostNames ? [cacheTag.changes(dossierId)] : ids.map(cacheTag.record);

interface Placed {
  id: string;
  title: string;
  sortDate: string | null;
}

/** The ids of the table's records in its order; none where the dossier is not published. */
async function orderedIds(tx: Transaction, dossierId: string, kind: TableKind): Promise<string[]> {
  if (kind === "source") {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT n."sourceId" AS "id" FROM "SourceNumber" n
      WHERE n."dossierId" = ${dossierId}::uuid
        AND EXISTS (SELECT FROM "Dossier" d WHERE d."id" = n."dossierId")
        AND EXISTS (SELECT FROM "Citation" c WHERE c."sourceId" = n."sourceId" AND c."dossierId" = n."dossierId")
      ORDER BY n."number"`;
    return rows.map(({ id }) => id);
  }
  const rows = await tx.$queryRaw<Placed[]>`
    SELECT r."id", r."title", r."sortDate"::text AS "sortDate" FROM "Record" r JOIN "Dossier" d ON d."id" = r."dossierId"
    WHERE r."dossierId" = ${dossierId}::uuid AND r."kind" = ${kind}`;
  return rows.sort(newestFirst).map(({ id }) => id);
}

async function recordsOf(tx: Transaction, kind: TableKind, ids: string[]): Promise<PublishedRecord[]> {
  const rows = await readTyped(tx, kind, { id: { in: ids } });
  const found = new Map(rows.map((row) => [row.id as string, recordFrom(kind, row) as PublishedRecord]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Adds the names of what records refer to, as far as it belongs to the dossier or is shared by all. */
async function addNames(
  tx: Transaction,
  dossierId: string,
  records: readonly PublishedRecord[],
  names: Map<string, RecordName>,
): Promise<void> {
  const ids = records.flatMap(({ kind, values }) => linksFrom(kindOf(kind), values).map(({ to }) => to));
  const lacking = [...new Set(ids)].filter((id) => !names.has(id));
  if (lacking.length === 0) return;
  const rows = await tx.record.findMany({
    where: { id: { in: lacking }, OR: [{ dossierId }, { kind: { in: [...sharedKinds] } }] },
    select: { id: true, kind: true, slug: true, title: true },
  });
  for (const { id, kind, slug, title } of rows) names.set(id, { kind: kindKeyOf(kind), slug, title });
}
