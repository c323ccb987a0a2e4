/** Prunes the audit log once a day, where the settings say for how long it is kept. */
import "server-only";
import { pool } from "@/lib/database/client";
import { withConnection } from "@/lib/database/connection";
import { env, required } from "@/lib/env";
import { hasToPrune, pruneEvents } from "./prune-events";

const day = 24 * 60 * 60 * 1000;

/** What is due is looked for no more often, in milliseconds: the log itself says when it was pruned last. */
const lookEvery = 10 * 60 * 1000;

/** The id of the job that prunes. */
export const pruneJob = "prune";

let lookedAt = Number.NEGATIVE_INFINITY;

/** The job: where some of what was begun is left, and once a day for all servers. One that failed is due again at the next look. */
export async function duePruning(now: Date): Promise<string[]> {
  const { auditDays } = env();
  if (auditDays === undefined || now.getTime() - lookedAt < lookEvery) return [];
  lookedAt = now.getTime();
  const { isBegun, isDue } = await hasToPrune(pool(), new Date(now.getTime() - auditDays * day));
  return isBegun || isDue ? [pruneJob] : [];
}

/**
 * Removes what is older than the settings say, over the owner's connection, which alone may, until `isOver` says that it is time
 * to stop; what is left then is due at once.
 */
export async function pruneByAge(now: Date, isOver: () => boolean): Promise<void> {
  const { auditDays } = env();
  if (auditDays === undefined) return;
  const before = new Date(now.getTime() - auditDays * day);
  const pruned = await withConnection(required("directDatabaseUrl"), (client) =>
    pruneEvents(client, before, "Entente", { isOver }),
  );
  if (pruned?.isWhole === false) lookedAt = Number.NEGATIVE_INFINITY;
}
