/**
 * Has pages made anew that tell what comes next and what was last: on the day on which something begins that was published
 * before it, as a visit that was planned.
 */
import "server-only";
import { database, type Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { isShared, kindKeyOf } from "@/lib/domain/kinds/registry";
import { todaysDay } from "@/lib/domain/today";
import { announceTags } from "../publish/announce";
import { hasTurned } from "./turned";

/** The id of its job: there is one at a time. */
export const daysJob = "days";
/** In milliseconds. */
const betweenLooks = 60_000;
/** So many days back is told of where no day was told of before. */
const daysBack = 7;
/** So many are told of in one transaction. */
const atOnce = 100;

let lookedAt = Number.NEGATIVE_INFINITY;

/** Up to where pages were told: of all days before `day`, and of that day's records up to `recordId`, or of all where it is null. */
interface Told {
  day: string;
  recordId: string | null;
}

/** Whether there are days of which pages were not told yet, as the id of its job. */
export async function dueDays(now: Date): Promise<string[]> {
  if (now.getTime() - lookedAt < betweenLooks) return [];
  const today = todaysDay(now);
  const isDue = isBefore(await readTold(database(), now), today) || (await hasTurned(today));
  if (!isDue) lookedAt = now.getTime();
  return isDue ? [daysJob] : [];
}

const isBefore = ({ day, recordId }: Told, today: string) => day < today || recordId !== null;

/**
 * Announces what has begun since it was published and was not announced for that yet, some of it where it is much; returns how many
 * records that were.
 */
export async function announceDaysCome(now = new Date()): Promise<number> {
  const today = todaysDay(now);
  return database().$transaction(async (tx) => {
    // Held until the end, so that another server goes on from there.
    const told = await holdTold(tx, now);
    if (!isBefore(told, today)) return 0;
    const rows = await come(tx, told, today);
    const last = rows.length < atOnce ? { day: today, id: null } : rows.at(-1)!;
    await tx.$executeRaw`UPDATE "DaysTold" SET "day" = ${last.day}::date, "recordId" = ${last.id}::uuid`;
    for (const { id, kind: key, dossierId, slug } of rows) {
      const kind = kindKeyOf(key);
      const dossier = dossierId ?? id;
      const listed = kind === "dossier" || isShared(kind) ? [] : [cacheTag.list(dossier, kind)];
      const tags = [cacheTag.record(id), cacheTag.changes(dossier), ...listed];
      await announceTags(tx, { recordId: id, kind, dossierId, slug }, tags);
    }
    return rows.length;
  });
}

async function holdTold(tx: Transaction, now: Date): Promise<Told> {
  const { day } = firstTold(now);
  await tx.$executeRaw`INSERT INTO "DaysTold" ("id", "day") VALUES (1, ${day}::date) ON CONFLICT DO NOTHING`;
  return readTold(tx, now, Prisma.sql`FOR UPDATE`);
}

async function readTold(db: Transaction, now: Date, lock = Prisma.empty): Promise<Told> {
  const [told] = await db.$queryRaw<Told[]>`SELECT "day"::text, "recordId" FROM "DaysTold" ${lock}`;
  return told ?? firstTold(now);
}

/** Where no day was told of before, as in a database that was restored. */
const firstTold = (now: Date): Told => ({
  day: todaysDay(new Date(now.getTime() - daysBack * 86_400_000)),
  recordId: null,
});

interface Row {
  id: string;
  kind: string;
  dossierId: string | null;
  slug: string;
  day: string;
}

/** The next records that have begun by today and were published before it, in the order of an index. */
function come(tx: Transaction, { day, recordId }: Told, today: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT r."id", r."kind", r."dossierId", r."slug", r."sortDate"::text AS "day" FROM "Record" r
    WHERE r."sortDate" BETWEEN ${day}::date AND ${today}::date
      AND (r."sortDate" > ${day}::date OR r."id" < ${recordId}::uuid)
      AND r."lastPublishedAt" < (r."sortDate"::timestamp AT TIME ZONE 'UTC')
      AND (r."dossierId" IS NOT NULL OR r."kind" = 'dossier')
    ORDER BY r."sortDate" NULLS FIRST, r."id" DESC LIMIT ${atOnce}`;
}
