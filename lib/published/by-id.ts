import "server-only";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { database } from "@/lib/database/client";
import { noteTags } from "./note-tags";
import { recordFrom } from "./record-row";
import { readTyped } from "@/lib/database/tables";

/** The published records among these, by id: one reading for each kind. Whether readers may see them is not asked. */
export async function recordsById(
  wanted: readonly { id: string; kind: KindKey }[],
): Promise<Map<string, PublishedRecord>> {
  noteTags(...wanted.map(({ id }) => cacheTag.record(id)));
  const kinds = [...new Set(wanted.map(({ kind }) => kind))];
  const read = await Promise.all(
    kinds.map(async (kind) => {
      const ids = wanted.filter((one) => one.kind === kind).map(({ id }) => id);
      const rows = await readTyped(database(), kind, { id: { in: ids } });
      return rows.map((row) => recordFrom(kind, row) as PublishedRecord);
    }),
  );
  return new Map(read.flat().map((record) => [record.id, record]));
}
