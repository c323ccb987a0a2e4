/** To which day the sources of records reach: what goes on is known no longer than that. */
import "server-only";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { noteTags } from "./note-tags";

/** Of what else an undated source tells no more is looked at: it may reach further than is said, but never less far. */
const mostTold = 1000;

/**
 * The last ISO day to which the sources of each of these published records of a dossier reach, by its id: that of their date, or
 * of an undated one the day on which it was consulted, or else of the last thing that the dossier had from it when the
 * record was published. Sources that state something else are left out, and so are records whose sources tell no day.
 */
export async function sourceReaches(
  dossierId: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (recordIds.length === 0) return new Map();
  noteTags(...recordIds.map(cacheTag.record));
  const rows = await database().$queryRaw<{ recordId: string; sourceId: string; day: string | null }[]>`
    SELECT c."recordId", c."sourceId", coalesce(s."dateLatest", s."dateEarliest", s."accessedOnLatest", s."accessedOnEarliest", (
      -- A figure of a year is told after it.
      SELECT max(CASE told."kind" WHEN 'tradeYear' THEN make_date(date_part('year', told."sortDate")::int, 12, 31) ELSE told."sortDate" END)
      FROM (
        SELECT r."kind", r."sortDate" FROM "Citation" also JOIN "Record" r ON r."id" = also."recordId"
        WHERE also."sourceId" = c."sourceId" AND also."dossierId" = c."dossierId" AND also."states" IS NULL
          AND r."sortDate" IS NOT NULL AND r."firstPublishedAt" <= own."lastPublishedAt"
        LIMIT ${mostTold}) told
    ))::text AS "day"
    FROM "Citation" c JOIN "Record" own ON own."id" = c."recordId" JOIN "Source" s ON s."id" = c."sourceId"
    WHERE c."recordId" = ANY(${recordIds}::uuid[]) AND c."dossierId" = ${dossierId}::uuid AND c."states" IS NULL`;
  noteTags(
    ...rows.flatMap(({ sourceId }) => [cacheTag.record(sourceId), cacheTag.citing(dossierId, sourceId)]),
  );
  const reaches = new Map<string, string>();
  for (const { recordId, day } of rows)
    if (day !== null && day > (reaches.get(recordId) ?? "")) reaches.set(recordId, day);
  return reaches;
}
