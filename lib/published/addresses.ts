import "server-only";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { database } from "@/lib/database/client";
import { noteTags } from "./note-tags";

/** Where a record is read, and when it was changed last. */
export interface PublicAddress {
  kind: KindKey;
  slug: string;
  dossierSlug: string;
  updatedAt: Date;
}

/** The addresses of all that is published, latest change first; a source has one in each dossier that cites it. */
export function publicAddresses({ limit }: { limit: number }): Promise<PublicAddress[]> {
  noteTags(cacheTag.changes(null));
  return database().$queryRaw<PublicAddress[]>`
    SELECT r."kind", r."slug", d."slug" AS "dossierSlug", r."lastPublishedAt" AS "updatedAt"
    FROM "Record" r JOIN "Dossier" d ON d."id" = coalesce(r."dossierId", r."id")
    UNION ALL
    SELECT 'source', s."slug", d."slug", s."lastPublishedAt"
    FROM (
      SELECT DISTINCT c."sourceId", coalesce(r."dossierId", r."id") AS "dossierId"
      FROM "Citation" c JOIN "Record" r ON r."id" = c."recordId"
    ) cited
    JOIN "Record" s ON s."id" = cited."sourceId"
    JOIN "Dossier" d ON d."id" = cited."dossierId"
    ORDER BY 4 DESC, 3, 2 LIMIT ${limit}`;
}
