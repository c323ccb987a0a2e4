import "server-only";
import { cache } from "react";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { database } from "@/lib/database/client";
import { isStillThere } from "@/lib/database/tables";
import { noteTags } from "./note-tags";
import { dossierAndRecords, inPublicDossier } from "./visible";

/** The latest publication of one record. */
export interface Change {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  dossierSlug: string;
  dossierTitle: string;
  /** ISO instants of its first and of its latest publication. */
  publishedAt: string;
  updatedAt: string;
  /** Published once and not changed since. */
  isNew: boolean;
}

/** The records changed last, in one dossier or on the whole site; latest first. Sources belong to no dossier and are left out. */
export async function recentChanges({
  dossierId,
  limit,
}: {
  dossierId?: string;
  limit: number;
}): Promise<Change[]> {
  return readChanges(dossierId, limit);
}

// Remembered by plain arguments: an object would be a new key each time.
const readChanges = cache(async (dossierId: string | undefined, limit: number): Promise<Change[]> => {
  noteTags(cacheTag.changes(dossierId ?? null));
  const named = { select: { slug: true, record: { select: { title: true } } } };
  const rows = await database().record.findMany({
    where: dossierId
      ? dossierAndRecords(dossierId)
      : { OR: [inPublicDossier, { asDossier: { isNot: null } }] },
    orderBy: [{ lastPublishedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: {
      id: true,
      kind: true,
      slug: true,
      title: true,
      firstPublishedAt: true,
      lastPublishedAt: true,
      asDossier: named,
      dossier: { select: { record: { select: { asDossier: named } } } },
    },
  });
  return rows.flatMap(({ id, kind, slug, title, firstPublishedAt, lastPublishedAt, asDossier, dossier }) => {
    const of = asDossier ?? dossier?.record?.asDossier;
    if (!of || !isStillThere(of.record)) return [];
    return {
      id,
      kind: kind as KindKey,
      slug,
      title,
      dossierSlug: of.slug,
      dossierTitle: of.record.title,
      publishedAt: firstPublishedAt.toISOString(),
      updatedAt: lastPublishedAt.toISOString(),
      isNew: firstPublishedAt.getTime() === lastPublishedAt.getTime(),
    };
  });
});
