/** The audit log of a database into which a backup is restored: what it holds already goes on behind what comes back. */
import "server-only";
import type pg from "pg";

const logTables = ["AuditEvent", "AuditSeal"] as const;

/** Whether the database is of a version that seals its audit log. */
const isSealed = (tables: Record<string, string[]>) => "AuditSeal" in tables;

/**
 * Takes the places of the events that a database holds, so that those of the backup get theirs, and its seals, as the chain
 * that goes on is the backup's. For the owner, in the transaction of a restore.
 */
export async function setOwnEventsAside(client: pg.Client, tables: Record<string, string[]>): Promise<void> {
  if (!isSealed(tables)) return;
  await rewriting(client, async () => {
    await client.query(`ALTER TABLE "AuditEvent" DROP CONSTRAINT "AuditEvent_seq_check"`);
    await client.query(`UPDATE "AuditEvent" SET "seq" = -"seq"`);
    await client.query(`DELETE FROM "AuditSeal"`);
  });
}

/** Gives the events that were set aside their places behind all others, in their order. They are sealed anew. */
export async function putBackOwnEvents(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`SELECT WHERE to_regclass('"AuditSeal"') IS NOT NULL`);
  if (!rowCount) return;
  await rewriting(client, async () => {
    await client.query(
      `UPDATE "AuditEvent" e SET "seq" = placed."seq" FROM (
         SELECT "id", entente_next_event() AS "seq" FROM (
           SELECT "id" FROM "AuditEvent" WHERE "seq" < 0 ORDER BY "seq" DESC) waiting) placed
       WHERE e."id" = placed."id"`,
    );
    await client.query(`ALTER TABLE "AuditEvent" ADD CONSTRAINT "AuditEvent_seq_check" CHECK ("seq" > 0)`);
  });
}

/** Both tables are only ever added to; their owner can lift that for one transaction, which no one else sees. */
async function rewriting(client: pg.Client, work: () => Promise<void>): Promise<void> {
  for (const table of logTables)
    await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER "${table}_append_only"`);
  await work();
  for (const table of logTables)
    await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER "${table}_append_only"`);
}
