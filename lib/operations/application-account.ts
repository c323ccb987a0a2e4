import "server-only";
import pg from "pg";
import { openConnection } from "@/lib/database/connection";
import { quoted } from "./backup-tables";

/** What the role `entente_app` may do, said of an account that cannot be made a member of it. */
const rightsOf = (account: string) => [
  `GRANT USAGE ON SCHEMA public TO ${account}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${account}`,
  `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${account}`,
  `GRANT USAGE ON SCHEMA pgboss TO ${account}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO ${account}`,
  `REVOKE UPDATE, DELETE ON "Revision", "AuditEvent", "AuditSeal" FROM ${account}`,
  `REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ${account}`,
];

/**
 * Lets the account that the application works under use the tables of the owner, where the two differ: as a member
 * of `entente_app`, or with the same rights of its own where the owner may not give that role away.
 * Returns a sentence that says what to run where neither can be done, else null.
 */
export async function admitApplication(ownerUrl: string, applicationUrl: string): Promise<string | null> {
  const name = accountOf(applicationUrl);
  if (!name || name === accountOf(ownerUrl)) return null;
  const account = quoted(name);
  const client = await openConnection(ownerUrl);
  try {
    const { rows } = await client.query<{ may: boolean | null }>(
      `SELECT rolsuper OR pg_has_role(oid, (SELECT oid FROM pg_roles WHERE rolname = 'entente_app'), 'MEMBER') AS may
       FROM pg_roles WHERE rolname = $1`,
      [name],
    );
    if (!rows[0])
      return `DATABASE_URL names the account ${name}, which the server lacks: run CREATE ROLE ${account} LOGIN PASSWORD '…', and start again.`;
    if (rows[0].may || (await grants(client, [`GRANT entente_app TO ${account}`]))) return null;
    if (await grants(client, rightsOf(account))) return null;
    return `The account ${name} of DATABASE_URL may not use the tables: as a superuser, run GRANT entente_app TO ${account}, and start again.`;
  } finally {
    await client.end();
  }
}

/** Whether all of it could be granted; else nothing is. */
async function grants(client: pg.Client, statements: string[]): Promise<boolean> {
  try {
    await client.query("BEGIN");
    for (const statement of statements) await client.query(statement);
    await client.query("COMMIT");
    return true;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    // 42501: may not; 42704: no such role.
    if (error instanceof pg.DatabaseError && /^(42501|42704)$/.test(error.code ?? "")) return false;
    throw error;
  }
}

function accountOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
