/** Where all that is published is read, dossier by dossier, for site maps. */
import "server-only";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { database } from "@/lib/database/client";
import { noteTags } from "./note-tags";

/** A published record below a dossier's address, and when it was changed last. */
export interface PublicAddress {
  kind: KindKey;
  slug: string;
  updatedAt: Date;
}

/** Every published dossier by its slug, with how many records it has. */
export async function dossierSizes(): Promise<{ slug: string; records: number }[]> {
  noteTags(cacheTag.dossiers());
  return database().$queryRaw<{ slug: string; records: number }[]>`
    SELECT d."slug", coalesce(sum(c."count"), 0)::int AS "records"
    FROM "Dossier" d LEFT JOIN "RecordCount" c ON c."dossierId" = d."id"
    GROUP BY d."id", d."slug" ORDER BY d."slug"`;
}

/** A share of a dossier's records, in an order that later ones do not change; it begins behind the first `skip`. */
export async function recordAddresses(
  dossierId: string,
  { skip, limit }: { skip: number; limit: number },
): Promise<PublicAddress[]> {
  noteTags(cacheTag.changes(dossierId));
  return database().$queryRaw<PublicAddress[]>`
    SELECT "kind", "slug", "lastPublishedAt" AS "updatedAt" FROM "Record"
    WHERE "dossierId" = ${dossierId}::uuid ORDER BY "id" OFFSET ${skip} LIMIT ${limit}`;
}

/** The sources that a dossier's published records, or the dossier itself, cite; the earliest numbers first. */
export async function sourceAddresses(dossierId: string, limit: number): Promise<PublicAddress[]> {
  // A source that is changed is a change of all who cite it.
  noteTags(cacheTag.sources(dossierId), cacheTag.changes(dossierId));
  return database().$queryRaw<PublicAddress[]>`
    SELECT s."kind", s."slug", s."lastPublishedAt" AS "updatedAt"
    FROM "SourceNumber" n JOIN "Record" s ON s."id" = n."sourceId"
    WHERE n."dossierId" = ${dossierId}::uuid AND EXISTS (
      SELECT FROM "Citation" c WHERE c."sourceId" = n."sourceId" AND c."dossierId" = n."dossierId")
    ORDER BY n."number" LIMIT ${limit}`;
}
