import pg from "pg";
import { TablesFault, verifyTables } from "@/lib/database/verify-tables";
import { env, required } from "@/lib/env";
import { admitApplication } from "@/lib/operations/application-account";
import { BackupFault } from "@/lib/operations/backup-format";
import { applyMigrations, MigrationFault } from "@/lib/operations/migrations";
import { Failure } from "./command";

/** The owner's connection. Throws a Failure when no database is named. */
export function ownerUrl(): string {
  try {
    return required("directDatabaseUrl");
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}

const sayings: [RegExp, string][] = [
  [/Can't reach database|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH/, "nothing answers there"],
  [/ENOTFOUND|EAI_AGAIN/, "its host name is not known"],
  [/timeout|ETIMEDOUT/i, "it does not answer in time"],
  [/28P01|28000|password authentication|no pg_hba|role .* does not exist/, "it refuses this account"],
  [/3D000|database .* does not exist/, "it has no such database"],
  [/SSL/, "they do not agree on TLS"],
];

/** One sentence for a database that cannot be used, or null when the error is about something else. */
export function databaseFault(error: unknown, url: string): string | null {
  const { host, pathname } = new URL(url);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // A name with several addresses fails with one error for each.
  const parts = error instanceof AggregateError ? error.errors.map(String) : [];
  const text = `${code} ${error instanceof Error ? error.message : String(error)} ${parts.join(" ")}`;
  const found = sayings.find(([sign]) => sign.test(text));
  return found ? `The database ${pathname.slice(1)} at ${host} cannot be used: ${found[1]}.` : null;
}

/** Works on the database as its owner; what keeps the operator from it becomes one sentence. */
export async function onDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const url = ownerUrl();
  try {
    return await work(url);
  } catch (error) {
    if (error instanceof MigrationFault || error instanceof BackupFault) throw new Failure(error.message);
    const fault = databaseFault(error, url);
    throw fault ? new Failure(fault) : error;
  }
}

/** Refuses to go on with a database that lacks what the kinds' definitions need. */
async function verified(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await verifyTables(client);
  } catch (error) {
    throw error instanceof TablesFault ? new Failure(error.message) : error;
  } finally {
    await client.end();
  }
}

/** Applies migrations, and lets the application's account use what they made. Returns the names of those applied. */
export async function migrated(): Promise<string[]> {
  return onDatabase(async (url) => {
    const names = await applyMigrations({ root: "prisma" }, url);
    await verified(url);
    const fault = await admitApplication(url, env().databaseUrl ?? url);
    if (fault) throw new Failure(fault);
    return names;
  });
}
