/** Removes events of the audit log whose time is over. Their seals stay, and the log says what was removed. */
import "server-only";
import type pg from "pg";
import { v7 } from "uuid";

/**
 * What stays however old it is: what the log says of its own gaps, which could not be told from others without it, and that
 * a record was withdrawn, by which readers are kept from its versions before that (`lib/published/versions.ts`).
 */
const isKept = `("action" IN ('audit.prune', 'database.restore')
  OR ("action" IN ('unpublish', 'trash') AND "entryId" IS NOT NULL))`;

export interface Pruned {
  events: number;
  /** Up to which place of the log. */
  upTo: string;
}

/**
 * Removes the events of every seal that was made before `before`, but those that stay, and notes that. Only whole seals go, so
 * that what is left can be proved. The connection is the owner's: no other account may. Null where there is nothing to do.
 */
export async function pruneEvents(client: pg.Client, before: Date, byName: string): Promise<Pruned | null> {
  await client.query("BEGIN");
  try {
    await client.query("SET LOCAL lock_timeout = '2s'");
    const { rows } = await client.query<{ upTo: string | null }>(
      `SELECT max("lastSeq")::text AS "upTo" FROM "AuditSeal" WHERE "at" < $1`,
      [before],
    );
    const upTo = rows[0]?.upTo ?? null;
    const pruned = upTo === null ? null : await removed(client, upTo, byName);
    await client.query("COMMIT");
    return pruned;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function removed(client: pg.Client, upTo: string, byName: string): Promise<Pruned | null> {
  await client.query(`ALTER TABLE "AuditEvent" DISABLE TRIGGER "AuditEvent_append_only"`);
  const { rowCount } = await client.query(`DELETE FROM "AuditEvent" WHERE "seq" <= $1 AND NOT ${isKept}`, [
    upTo,
  ]);
  await client.query(`ALTER TABLE "AuditEvent" ENABLE TRIGGER "AuditEvent_append_only"`);
  if (!rowCount) return null;
  await client.query(
    `INSERT INTO "AuditEvent" ("id", "byName", "action", "subject", "detail")
     VALUES ($1, $2, 'audit.prune', 'audit', jsonb_build_object('upTo', $3::text, 'events', $4::int))`,
    [v7(), byName, upTo, rowCount],
  );
  return { events: rowCount, upTo };
}
