import "server-only";
import { cacheTag } from "@/lib/domain/cache-tags";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { database } from "@/lib/database/client";
import { valuesFrom } from "@/lib/database/columns";
import { readTyped, readTypedAlone } from "@/lib/database/tables";
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

/** The values of the published records among these by id, without what they cite. */
export async function valuesById(wanted: readonly WantedRecord[]): Promise<Map<string, Held>> {
  noteTags(...wanted.map(({ id }) => cacheTag.record(id)));
  const read = await Promise.all(
    idsByKind(wanted).map(async ([kind, ids]) => {
      const rows = await readTypedAlone(database(), kind, ids);
      return rows.map((row) => [row.id as string, valuesFrom(kindOf(kind).fields, row)] as const);
    }),
  );
  return new Map(read.flat());
}

function idsByKind(wanted: readonly WantedRecord[]): [KindKey, string[]][] {
  const kinds = [...new Set(wanted.map(({ kind }) => kind))];
  return kinds.map((kind) => [kind, wanted.filter((one) => one.kind === kind).map(({ id }) => id)]);
}
