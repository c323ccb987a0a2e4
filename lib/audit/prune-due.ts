/** Prunes the audit log once a day, where the settings say for how long it is kept. */
import "server-only";
import { withConnection } from "@/lib/database/connection";
import { env, required } from "@/lib/env";
import { pruneEvents } from "./prune-events";

const day = 24 * 60 * 60 * 1000;

/** The id of the job that prunes. */
export const pruneJob = "prune";

let prunedAt = Number.NEGATIVE_INFINITY;

/** The job, once a day for each process: it does nothing where another has done it. */
export function duePruning(now: Date): string[] {
  if (env().auditDays === undefined || now.getTime() - prunedAt < day) return [];
  prunedAt = now.getTime();
  return [pruneJob];
}

/** Removes what is older than the settings say, over the owner's connection, which alone may. */
export async function pruneByAge(now: Date): Promise<void> {
  const { auditDays } = env();
  if (auditDays === undefined) return;
  const before = new Date(now.getTime() - auditDays * day);
  await withConnection(required("directDatabaseUrl"), (client) => pruneEvents(client, before, "Entente"));
}
