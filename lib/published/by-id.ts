import "server-only";
import { cacheTag } from "@/lib/domain/cache-tags";
import { kindKeys, type KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { readCatalog } from "@/lib/database/catalog";
import { database, pool } from "@/lib/database/client";
import { readTyped } from "@/lib/database/tables";
import { valuesStatement } from "@/lib/database/values-statement";
import type { Held } from "@/lib/domain/fields/field";
import { noteTags } from "./note-tags";
import { recordFrom } from "./record-row";

interface WantedRecord {
  id: string;
  kind: KindKey;
}

/** The published records among these, by id: one reading for each kind. Whether readers may see them is not asked. */
export async function recordsById(wanted: readonly WantedRecord[]): Promise<Map<string, PublishedRecord>> {
  noteTags(...wanted.map(({ id }) => cacheTag.record(id)));
  const read = await Promise.all(
    idsByKind(wanted).map(async ([kind, ids]) => {
      const rows = await readTyped(database(), kind, { id: { in: ids } });
      return rows.map((row) => recordFrom(kind, row) as PublishedRecord);
    }),
  );
  return new Map(read.flat().map((record) => [record.id, record]));
}

let statement: Promise<string> | undefined;

/** What the published records among these say in words and figures, by id: without references and what they cite. */
export async function valuesById(wanted: readonly WantedRecord[]): Promise<Map<string, Held>> {
  if (wanted.length === 0) return new Map();
  noteTags(...wanted.map(({ id }) => cacheTag.record(id)));
  statement ??= readCatalog(pool()).then(valuesStatement);
  const text = await statement.catch((error: unknown) => {
    statement = undefined;
    throw error;
  });
  const ids = kindKeys.map((key) => wanted.filter(({ kind }) => kind === key).map(({ id }) => id));
  const { rows } = await pool().query<{ id: string; values: Held }>({
    name: "values-by-id",
    text,
    values: ids,
  });
  return new Map(rows.map(({ id, values }) => [id, values]));
}

function idsByKind(wanted: readonly WantedRecord[]): [KindKey, string[]][] {
  const kinds = [...new Set(wanted.map(({ kind }) => kind))];
  return kinds.map((kind) => [kind, wanted.filter((one) => one.kind === kind).map(({ id }) => id)]);
}
