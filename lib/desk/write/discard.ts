/** Taking back a record that was begun by its first typed word and left empty again. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { stillWithin } from "../limits";
import type { Target } from "../outcome";

/**
 * Deletes a record that only its own author's autosaves have made, in the version that they saw. Whatever has a revision, or is
 * referred to, stays, and what their tab has typed since. Returns whether it is gone.
 */
export async function discard(actor: Actor, { kind, id, version, tab }: Target): Promise<boolean> {
  demand(actor, "write");
  const deleted = await database().$executeRaw`
    DELETE FROM "Entry" e WHERE e."id" = ${id}::uuid AND e."kind" = ${kind} AND e."state" = 'draft' AND ${stillWithin(actor)}
      AND (e."version" = ${version} OR (e."version" > ${version} AND e."tabId" = ${tab?.id ?? null}::uuid))
      AND (e."tabEdit" <= ${tab?.edit ?? null}::int) IS NOT FALSE
      AND e."autosavedAt" IS NOT NULL AND e."createdById" = ${actor.id}::uuid AND e."updatedById" = ${actor.id}::uuid
      AND NOT EXISTS (SELECT FROM "Revision" r WHERE r."entryId" = e."id")
      AND NOT EXISTS (SELECT FROM "AuditEvent" a WHERE a."entryId" = e."id")
      AND NOT EXISTS (SELECT FROM "EntryLink" l WHERE l."toId" = e."id")
      AND NOT EXISTS (SELECT FROM "Entry" r WHERE r."dossierId" = e."id")`;
  return deleted > 0;
}
