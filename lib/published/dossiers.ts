import "server-only";
import { cache } from "react";
import { kindKeys, kinds, type DossierKindKey } from "@/lib/domain/kinds/registry";
import { cacheTag } from "@/lib/domain/cache-tags";
import { DOSSIER_PAGE, type DossierCounts } from "@/lib/domain/dossier-pages";
import type { PublishedRecord } from "@/lib/domain/published";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { isCalledOff } from "./called-off";
import { noteTags } from "./note-tags";
import { recordsWhere } from "./read-records";

/** How many published records of each kind there are, without those that were called off. */
export type RecordCounts = Record<DossierKindKey, number>;

/** A dossier as lists of dossiers show it. */
export interface DossierListing {
  id: string;
  slug: string;
  title: string;
  /** ISO 3166-1 alpha-2, in the dossier's own order. */
  countries: [string, string];
  /** How many published records it has of each kind. */
  counts: RecordCounts;
  /** ISO instant of the latest change to it or to any of its records. */
  updatedAt: string;
}

const dossierKinds = kindKeys.filter((key): key is DossierKindKey => kinds[key].inDossier);

/** How many dossiers are published, and how many of each country, by code. */
export const countDossiers = cache(async (): Promise<DossierCounts> => {
  noteTags(cacheTag.dossiers());
  const rows = await database().$queryRaw<{ code: string; count: number }[]>`
    SELECT side."code", count(*)::int AS "count"
    FROM "Dossier" d CROSS JOIN LATERAL (VALUES (d."countryA"), (d."countryB")) AS side("code")
    GROUP BY 1 ORDER BY 1`;
  // Each dossier is counted with both of its countries.
  return { all: rows.reduce((sum, { count }) => sum + count, 0) / 2, countries: rows };
});

/** A page of the published dossiers by title, all of them or one country's: at most `DOSSIER_PAGE`, from page 1 on. */
export const listDossiers = cache(async (country?: string, page = 1): Promise<DossierListing[]> => {
  const ofCountry = country
    ? Prisma.sql`WHERE d."countryA" = ${country} OR d."countryB" = ${country}`
    : Prisma.empty;
  const rows = await database().$queryRaw<DossierRow[]>`
    SELECT d.*, kept."counts", off."counts" AS "calledOff", greatest(d."publishedAt", latest."at") AS "updatedAt"
    FROM (
      SELECT d."id", d."slug", r."title", d."countryA", d."countryB", r."lastPublishedAt" AS "publishedAt"
      FROM "Dossier" d JOIN "Record" r USING ("id") ${ofCountry}
      ORDER BY r."title", d."id" LIMIT ${DOSSIER_PAGE} OFFSET ${(page - 1) * DOSSIER_PAGE}
    ) d
    CROSS JOIN LATERAL (
      SELECT jsonb_object_agg(c."kind", c."count") AS "counts" FROM "RecordCount" c WHERE c."dossierId" = d."id"
    ) kept
    CROSS JOIN LATERAL (
      SELECT jsonb_object_agg(one."kind", one."count") AS "counts" FROM (
        SELECT r."kind", count(*) AS "count" FROM "Record" r
        WHERE r."dossierId" = d."id" AND ${isCalledOff} GROUP BY 1
      ) one
    ) off
    LEFT JOIN LATERAL (
      SELECT r."lastPublishedAt" AS "at" FROM "Record" r WHERE r."dossierId" = d."id"
      ORDER BY r."lastPublishedAt" DESC LIMIT 1
    ) latest ON true
    ORDER BY d."title", d."id"`;
  noteTags(cacheTag.dossiers(), ...rows.map(({ id }) => cacheTag.changes(id)));
  return rows.map(({ id, slug, title, countryA, countryB, counts, calledOff, updatedAt }) => ({
    id,
    slug,
    title,
    countries: [countryA, countryB],
    counts: countsOf(counts, calledOff),
    updatedAt: updatedAt.toISOString(),
  }));
});

interface DossierRow {
  id: string;
  slug: string;
  title: string;
  countryA: string;
  countryB: string;
  counts: Partial<Record<DossierKindKey, number>> | null;
  calledOff: Partial<Record<DossierKindKey, number>> | null;
  updatedAt: Date;
}

type Kept = Partial<Record<DossierKindKey, number>> | null;

function countsOf(kept: Kept, calledOff: Kept): RecordCounts {
  const counts = dossierKinds.map((kind) => [kind, (kept?.[kind] ?? 0) - (calledOff?.[kind] ?? 0)] as const);
  return Object.fromEntries(counts) as RecordCounts;
}

/**
 * The published dossier at this address; where it once stood there, or the pair is in the other order, the
 * address to redirect to; null where there is none. Notes its name alone: a page that shows more of it notes that.
 */
export const findDossier = cache(
  async (slug: string): Promise<PublishedRecord<"dossier"> | { redirectTo: string } | null> => {
    const [found] = await recordsWhere("dossier", `t."slug" = $1`, [slug]);
    if (found) {
      noteTags(cacheTag.name(found.id));
      return found;
    }
    const db = database();
    noteTags(cacheTag.dossiers());
    const alias = await db.slugAlias.findUnique({ where: { slug } });
    const now = alias && (await db.dossier.findUnique({ where: { id: alias.dossierId } }));
    if (!now) return null;
    noteTags(cacheTag.name(now.id));
    return { redirectTo: now.slug };
  },
);
