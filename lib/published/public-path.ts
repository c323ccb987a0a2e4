/** Where readers find a record right now, and what it is called there. */
import "server-only";
import { recordPath, sitePath } from "@/lib/record-paths";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { database, type Transaction } from "@/lib/database/client";

/** A published record as one is led to it. */
export interface PublicPlace {
  path: string;
  /** The title that is published, whatever a draft says. */
  title: string;
}

/** The public path of a record, null while it or its dossier is not published. */
export async function publicPathOf(id: string, db: Transaction = database()): Promise<string | null> {
  return (await publicPlaceOf(id, db))?.path ?? null;
}

/**
 * Where readers find a record, and by which title; null while it or its dossier is not published. A source, which belongs to no
 * dossier, is found under the first dossier that cites it; a person has a page above all dossiers.
 */
export async function publicPlaceOf(id: string, db: Transaction = database()): Promise<PublicPlace | null> {
  const [found] = await db.$queryRaw<
    { kind: KindKey; slug: string; title: string; dossierSlug: string | null }[]
  >`
    SELECT r."kind", r."slug", r."title", d."slug" AS "dossierSlug" FROM "Record" r
    LEFT JOIN "Dossier" d ON d."id" = CASE
      WHEN r."kind" = 'source' THEN (
        -- Every dossier that cites a source, or has cited it, has a number for it. Each is asked for one citation: as a
        -- join, all citations of the source would be read.
        SELECT n."dossierId" FROM "SourceNumber" n
        WHERE n."sourceId" = r."id" AND (SELECT true FROM "Dossier" nd WHERE nd."id" = n."dossierId") AND (
          SELECT true FROM "Citation" c WHERE c."sourceId" = n."sourceId" AND c."dossierId" = n."dossierId" LIMIT 1)
        ORDER BY n."dossierId" LIMIT 1)
      ELSE coalesce(r."dossierId", r."id") END
    WHERE r."id" = ${id}::uuid`;
  if (!found) return null;
  const { title, dossierSlug } = found;
  const path = sitePath(found) ?? (dossierSlug === null ? null : recordPath(dossierSlug, found));
  return path === null ? null : { path, title };
}
