/** Removes earlier versions that the rule of retention lets go, a bounded number at a time, by the database's own function. */
import "server-only";
import { database } from "@/lib/database/client";

/** So many versions are looked at in one transaction. */
const atOnce = 500;
/** All versions are looked at once a day, in milliseconds; and a round that no server has worked on for so long is taken up again. */
const [betweenRounds, untouched] = [24 * 60 * 60 * 1000, 15_000];

/** Whether a round is due, as the id of its job: there is one at a time. */
export async function dueRetention(now: Date): Promise<string[]> {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT FROM "RetentionRule" WHERE coalesce("years", "last") IS NOT NULL
      AND ("touchedAt" IS NULL OR "touchedAt" < ${new Date(now.getTime() - untouched)})
      AND ("roundEntryId" IS NOT NULL OR "roundEndedAt" IS NULL OR "roundEndedAt" < ${new Date(now.getTime() - betweenRounds)})`;
  return rows.length > 0 ? ["retention"] : [];
}

/** Goes on with a round until it is over or `isOver` says that it is time to stop; returns how many versions went. */
export async function pruneRevisions(isOver: () => boolean): Promise<number> {
  let all = 0;
  for (let isAtEnd = false; !isAtEnd && !isOver();) {
    const [batch] = await database().$queryRaw<{ pruned: number; isAtEnd: boolean }[]>`
      SELECT * FROM entente_prune_revisions(${atOnce}::int)`;
    all += batch?.pruned ?? 0;
    isAtEnd = batch?.isAtEnd ?? true;
  }
  return all;
}
