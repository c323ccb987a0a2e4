import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { atOnce } from "@/lib/desk/bulk/change-set";
import { openChangeSet } from "@/lib/desk/bulk/read-change-set";
import { runChangeSet } from "@/lib/desk/bulk/run-change-set";

/** How long an answer may wait for records to be done, in milliseconds. */
const patience = 8000;

/** Does what was begun on many records: all of it at once where it is little, else in the background. */
export async function runFirst(actor: Actor, id: string): Promise<void> {
  const set = await openChangeSet(actor, id);
  const until = set && set.counts.waiting <= atOnce ? Date.now() + patience : 0;
  await runChangeSet(id, () => Date.now() > until);
}
