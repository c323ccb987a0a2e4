/** Notes what the operator did to the database as a whole, in the audit log. */
import "server-only";
import type pg from "pg";
import { v7 } from "uuid";

/**
 * Notes that a backup was restored, over the owner's connection. Where it was made without people, the sealed events that
 * tell of accounts are not there any more: the note says up to which place of the log, and which seal ends there.
 */
export async function noteRestore(client: pg.Client, { withPeople }: { withPeople: boolean }): Promise<void> {
  await client.query(
    `INSERT INTO "AuditEvent" ("id", "byName", "action", "subject", "detail")
     SELECT $1, 'Operator', 'database.restore', 'database',
            jsonb_build_object('people', $2::text, 'upTo', coalesce(max("lastSeq"), 0)::text,
              'seal', (SELECT "hash" FROM "AuditSeal" ORDER BY "no" DESC LIMIT 1))
     FROM "AuditSeal"`,
    [v7(), withPeople ? "yes" : "no"],
  );
}

/** Notes that a backup with people was made: a copy of who may sign in, and of what was done to them. */
export async function notePeopleBackup(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO "AuditEvent" ("id", "byName", "action", "subject")
     VALUES ($1, 'Operator', 'account.backup', 'database')`,
    [v7()],
  );
}
