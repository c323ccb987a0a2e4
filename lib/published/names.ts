import "server-only";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { kindKeyOf, type KindKey } from "@/lib/domain/kinds/registry";
import { noteTags } from "./note-tags";
import { newestFirst } from "./record-order";
import { recordsIn } from "./visible";

/** What a link to a record shows. */
export interface Named {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  sortDate: string | null;
}

/** Those of these records that the dossier has published, as links show them: newest first. */
export async function namesOf(dossierId: string, ids: Iterable<string>): Promise<Named[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  noteTags(...wanted.map(cacheTag.name));
  const rows = await database().record.findMany({
    where: { ...recordsIn(dossierId), id: { in: wanted } },
    select: { id: true, kind: true, slug: true, title: true, sortDate: true },
  });
  return rows
    .map(({ kind, sortDate, ...row }) => ({
      ...row,
      kind: kindKeyOf(kind),
      sortDate: sortDate?.toISOString().slice(0, 10) ?? null,
    }))
    .sort(newestFirst);
}
