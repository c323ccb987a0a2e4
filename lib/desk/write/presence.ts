/** Who else has a record open at the desk, and who is typing in it. Nothing is locked: it is only told. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { stillWithin } from "../limits";

/** Another person who has the record open, or the same one in another tab. */
export interface Present {
  name: string;
  isTyping: boolean;
  isOwn: boolean;
}

/** A tab that has said nothing for so long is gone; forms say something three times as often. */
const expires = Prisma.sql`interval '45 seconds'`;
/** So long after its last key a tab counts as typing. */
const typesFor = Prisma.sql`interval '20 seconds'`;
const mostTold = 20;
/** More open forms than any person has are not noted. */
const mostTabs = 50;

/**
 * Notes that a tab has the record open, whether it was typed in just now, or that it is closed; tells who else has. In the
 * database, so that every server tells the same.
 */
export async function notePresence(
  actor: Actor,
  { kind, id, tab }: { kind: KindKey; id: string; tab: string },
  doing: "reading" | "typing" | "leaving",
): Promise<Present[]> {
  demand(actor, "read");
  const db = database();
  if (doing === "leaving") {
    await db.$executeRaw`DELETE FROM "Presence" WHERE "tabId" = ${tab}::uuid AND "byId" = ${actor.id}::uuid`;
    return [];
  }
  const typedAt = doing === "typing" ? Prisma.sql`now()` : Prisma.sql`NULL`;
  return db.$queryRaw<Present[]>`
    WITH expired AS (
      DELETE FROM "Presence" WHERE "tabId" IN (
        SELECT "tabId" FROM "Presence" WHERE "seenAt" < now() - ${expires} AND "tabId" <> ${tab}::uuid
        LIMIT 100 FOR UPDATE SKIP LOCKED)
    ), noted AS (
      INSERT INTO "Presence" ("tabId", "entryId", "byId", "byName", "seenAt", "typedAt")
      SELECT ${tab}::uuid, e."id", ${actor.id}::uuid, ${actor.name}, now(), ${typedAt}::timestamptz FROM "Entry" e
      WHERE e."id" = ${id}::uuid AND e."kind" = ${kind} AND ${stillWithin(actor)}
        AND (SELECT count(*) FROM "Presence" p WHERE p."byId" = ${actor.id}::uuid) < ${mostTabs}
      ON CONFLICT ("tabId") DO UPDATE SET "entryId" = excluded."entryId", "seenAt" = now(),
        "typedAt" = coalesce(excluded."typedAt", "Presence"."typedAt") WHERE "Presence"."byId" = excluded."byId"
    )
    SELECT "byName" AS "name", "byId" = ${actor.id}::uuid AS "isOwn",
      coalesce(bool_or("typedAt" > now() - ${typesFor}), false) AS "isTyping"
    FROM "Presence" WHERE "entryId" = ${id}::uuid AND "tabId" <> ${tab}::uuid AND "seenAt" > now() - ${expires}
      AND EXISTS (SELECT FROM "Entry" e WHERE e."id" = ${id}::uuid AND ${stillWithin(actor)})
    GROUP BY "byId", "byName" ORDER BY "byName" LIMIT ${mostTold}`;
}
