/**
 * Has pages made anew that tell what comes next and what was last: on the day on which something begins that was published
 * before it, as a visit that was planned.
 */
import "server-only";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { isShared, kindKeyOf } from "@/lib/domain/kinds/registry";
import { todaysDay } from "@/lib/domain/today";
import { announceTags } from "../publish/announce";

/** The id of its job: there is one at a time. */
export const daysJob = "days";
/** In milliseconds. */
const betweenLooks = 60_000;
/** What came while no server ran is told of as well, so many days back. */
const daysBack = 7;
/** So many are told of in one transaction. */
const atOnce = 100;

let lookedAt = Number.NEGATIVE_INFINITY;

/** Whether something has begun of which pages do not know yet, as the id of its job. */
export async function dueDays(now: Date): Promise<string[]> {
  if (now.getTime() - lookedAt < betweenLooks) return [];
  const rows = await come(now, 1);
  if (rows.length === 0) lookedAt = now.getTime();
  return rows.length > 0 ? [daysJob] : [];
}

/** Announces what has begun since it was published; returns how many records that were. */
export async function announceDaysCome(now = new Date()): Promise<number> {
  const rows = await come(now, atOnce);
  await database().$transaction(async (tx) => {
    for (const { id, kind: key, dossierId, slug } of rows) {
      const kind = kindKeyOf(key);
      const dossier = dossierId ?? id;
      const listed = kind === "dossier" || isShared(kind) ? [] : [cacheTag.list(dossier, kind)];
      const tags = [cacheTag.record(id), cacheTag.changes(dossier), ...listed];
      await announceTags(tx, { recordId: id, kind, dossierId, slug }, tags);
    }
  });
  return rows.length;
}

interface Row {
  id: string;
  kind: string;
  dossierId: string | null;
  slug: string;
}

/** The records that have begun in these days, were published before it, and of which nothing was announced since. */
function come(now: Date, most: number): Promise<Row[]> {
  const today = todaysDay(now);
  const began = Prisma.sql`(r."sortDate"::timestamp AT TIME ZONE 'UTC')`;
  return database().$queryRaw<Row[]>`
    SELECT r."id", r."kind", r."dossierId", r."slug" FROM "Record" r
    WHERE r."sortDate" BETWEEN ${today}::date - ${daysBack}::int AND ${today}::date AND r."lastPublishedAt" < ${began}
      AND (r."dossierId" IS NOT NULL OR r."kind" = 'dossier')
      AND NOT EXISTS (SELECT FROM "Outbox" o WHERE o."recordId" = r."id" AND o."at" >= ${began})
    ORDER BY r."sortDate" DESC NULLS LAST, r."id" LIMIT ${most}`;
}
