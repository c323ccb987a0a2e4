/** Lets go of what readers wrote: their addresses some days after a report was settled, and the reports a year after that. */
import "server-only";
import { database } from "@/lib/database/client";
import { keptDays } from "@/lib/domain/reports";

const day = 24 * 60 * 60 * 1000;
const atOnce = 1000;
const hour = 60 * 60 * 1000;

/** The id of the job that lets go of them, and of the names of those who were removed. */
export const forgetJob = "reports";

let lookedAt = Number.NEGATIVE_INFINITY;

/** The job, once an hour for each process: it does nothing where another has done it. */
export function dueForgetting(now: Date): string[] {
  if (now.getTime() - lookedAt < hour) return [];
  lookedAt = now.getTime();
  return [forgetJob];
}

/** Lets go of what is due at a moment, a bounded number of rows at a time; the next round takes the others. */
export async function forgetReports(now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * day);
  await database().$executeRaw`
    UPDATE "ErrorReport" SET "address" = NULL WHERE "id" IN (
      SELECT "id" FROM "ErrorReport" WHERE "address" IS NOT NULL AND "settledAt" < ${before(keptDays.address)}
      ORDER BY "settledAt" LIMIT ${atOnce} FOR UPDATE SKIP LOCKED)`;
  await database().$executeRaw`
    DELETE FROM "ErrorReport" WHERE "id" IN (
      SELECT "id" FROM "ErrorReport" WHERE "settledAt" < ${before(keptDays.report)}
      ORDER BY "settledAt", "id" LIMIT ${atOnce} FOR UPDATE SKIP LOCKED)`;
}
