import "server-only";
import { cacheTag } from "@/lib/domain/cache-tags";
import { kindKeys, type KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { pool } from "@/lib/database/client";
import { valuesStatement } from "@/lib/database/values-statement";
import type { Held } from "@/lib/domain/fields/field";
import { noteTags } from "./note-tags";
import { knownCatalog, readRecords } from "./read-records";

interface WantedRecord {
  id: string;
  kind: KindKey;
}

/** The published records among these, by id: one statement for all. Whether readers may see them is not asked. */
export async function recordsById(wanted: readonly WantedRecord[]): Promise<Map<string, PublishedRecord>> {
  noteTags(...wanted.map(({ id }) => cacheTag.record(id)));
  const ids = kindKeys.flatMap((key) => {
    const own = wanted.filter(({ kind }) => kind === key).map(({ id }) => id);
    return own.length > 0 ? [{ kind: key, own }] : [];
  });
  const records = await readRecords(
    ids.map(({ kind }, at) => ({ kind, where: `t."id" = ANY($${at + 1}::uuid[])` })),
    ids.map(({ own }) => own),
  );
  return new Map(records.map((record) => [record.id, record]));
}

let statement: Promise<string> | undefined;

/** What the published records among these say in words and figures, by id: without references and what they cite. */
export async function valuesById(wanted: readonly WantedRecord[]): Promise<Map<string, Held>> {
  if (wanted.length === 0) return new Map();
  noteTags(...wanted.map(({ id }) => cacheTag.record(id)));
  statement ??= knownCatalog().then(valuesStatement);
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
