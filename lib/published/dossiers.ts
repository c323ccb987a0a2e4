import "server-only";
import { cache } from "react";
import { cacheTag } from "@/lib/domain/cache-tags";
import { kindKeys, kinds, type DossierKindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { database } from "@/lib/database/client";
import { noteTags } from "./note-tags";
import { recordFrom } from "./record-row";
import { isStillThere, readTyped } from "@/lib/database/tables";

/** A dossier as lists of dossiers show it. */
export interface DossierListing {
  id: string;
  slug: string;
  title: string;
  /** ISO 3166-1 alpha-2, in the dossier's own order. */
  countries: [string, string];
  /** How many published records it has of each kind. */
  counts: Record<DossierKindKey, number>;
  /** ISO instant of the latest change to it or to any of its records. */
  updatedAt: string;
}

const dossierKinds = kindKeys.filter((key): key is DossierKindKey => kinds[key].inDossier);

/** Every published dossier, by title. */
export const listDossiers = cache(async (): Promise<DossierListing[]> => {
  noteTags(cacheTag.dossiers(), cacheTag.changes(null));
  const db = database();
  const found = await db.dossier.findMany({
    select: {
      id: true,
      slug: true,
      countryA: true,
      countryB: true,
      record: { select: { title: true, lastPublishedAt: true } },
    },
    orderBy: { record: { title: "asc" } },
  });
  const dossiers = found.filter(({ record }) => isStillThere(record));
  const tallies = await db.record.groupBy({
    by: ["dossierId", "kind"],
    where: { dossierId: { in: dossiers.map(({ id }) => id) } },
    _count: true,
    _max: { lastPublishedAt: true },
  });
  return dossiers.map(({ id, slug, countryA, countryB, record }) => {
    const own = tallies.filter(({ dossierId }) => dossierId === id);
    const counts = Object.fromEntries(
      dossierKinds.map((kind) => [kind, own.find((tally) => tally.kind === kind)?._count ?? 0]),
    ) as DossierListing["counts"];
    const changes = [record.lastPublishedAt, ...own.flatMap(({ _max }) => _max.lastPublishedAt ?? [])];
    const updatedAt = new Date(Math.max(...changes.map(Number))).toISOString();
    return { id, slug, title: record.title, countries: [countryA, countryB], counts, updatedAt };
  });
});

/**
 * The published dossier at this address; where it once stood there, or the pair is in the other order, the
 * address to redirect to; null where there is none. Notes its name alone: a page that shows more of it notes that.
 */
export const findDossier = cache(
  async (slug: string): Promise<PublishedRecord<"dossier"> | { redirectTo: string } | null> => {
    const db = database();
    const [row] = await readTyped(db, "dossier", { slug });
    if (row) {
      noteTags(cacheTag.name(row.id as string));
      return recordFrom("dossier", row);
    }
    noteTags(cacheTag.dossiers());
    const alias = await db.slugAlias.findUnique({ where: { slug } });
    const now = alias && (await db.dossier.findUnique({ where: { id: alias.dossierId } }));
    if (!now) return null;
    noteTags(cacheTag.name(now.id));
    return { redirectTo: now.slug };
  },
);
