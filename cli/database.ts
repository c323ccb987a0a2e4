import { withConnection } from "@/lib/database/connection";
import { HandshakeFailed } from "@/lib/database/database-client";
import { TablesFault, verifyTables } from "@/lib/database/verify-tables";
import { databaseLocation, env, required } from "@/lib/env";
import { admitApplication } from "@/lib/operations/application-account";
import { BackupFault } from "@/lib/operations/backup-format";
import { applyMigrations, MigrationFault } from "@/lib/operations/migrations";
import { Failure, WrongUse } from "./command";

/** The owner's connection. Throws a Failure when no database is named. */
export function ownerUrl(): string {
  try {
    return required("directDatabaseUrl");
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}

/** What the codes of Node's sockets and TLS, of PostgreSQL and of Prisma mean for the operator. */
const sayings: [RegExp, string][] = [
  [/^(?:ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|P1001|P1017)$/, "nothing answers there"],
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, "its host name is not known"],
  [/^(?:ETIMEDOUT|P1002|P1008)$/, "it does not answer in time"],
  [/^(?:28P01|28000|P1000|P1010)$/, "it refuses this account"],
  [/^(?:3D000|P1003)$/, "it has no such database"],
  [
    /^(?:UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT)$/,
    "its certificate is signed by an authority that this machine does not know: end its address with sslrootcert= and the file of that authority's certificate, as in ?sslmode=verify-full&sslrootcert=/etc/entente/ca.pem",
  ],
  [/^CERT_HAS_EXPIRED$/, "its certificate has expired"],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, "its certificate is for another host name than the address has"],
  [/^(?:ERR_TLS_|ERR_SSL_|CERT_|[A-Z_]*CERT)/, "they do not agree on TLS"],
];

/** A file that the address names, as the authority's certificate, and that cannot be read. */
function unreadFile(error: unknown, url: URL): string | undefined {
  if (!(error instanceof Error) || !("syscall" in error) || !("path" in error)) return undefined;
  const named = ["sslrootcert", "sslcert", "sslkey"].find((key) => url.searchParams.get(key) === error.path);
  return named && `the file that ${named} names, ${String(error.path)}, cannot be read`;
}

/** One sentence for a database that cannot be used, or null when the error is about something else. */
export function databaseFault(error: unknown, url: string): string | null {
  const address = databaseLocation(url);
  if (!address) return null;
  const found = sayings.find(([sign]) => codesOf(error).some((code) => sign.test(code)))?.[1];
  const why =
    unreadFile(error, address) ??
    found ??
    (error instanceof HandshakeFailed ? `they do not agree on how to connect (${error.message})` : null);
  return why && `The database ${address.pathname.slice(1)} at ${address.host} cannot be used: ${why}.`;
}

/** A name with several addresses fails with one error for each. */
function codesOf(error: unknown): string[] {
  const all: unknown[] = error instanceof AggregateError ? [error, ...error.errors] : [error];
  return all.flatMap((one) => (one instanceof Error && "code" in one ? [String(one.code)] : []));
}

/** Works on the database as its owner; what keeps the operator from it becomes one sentence. */
export async function onDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const url = ownerUrl();
  try {
    return await work(url);
  } catch (error) {
    if (error instanceof Failure || error instanceof WrongUse) throw error;
    if (error instanceof MigrationFault || error instanceof BackupFault) throw new Failure(error.message);
    const fault = databaseFault(error, url) ?? (await connectionFault(url));
    throw fault ? new Failure(fault) : error;
  }
}

/**
 * One sentence for a database to which no connection comes about, by the owner's address or the application's; null where
 * one does. Prisma and its engine keep the code of what went wrong to themselves, as of TLS: a connection of our own has it.
 */
async function connectionFault(ownersUrl: string): Promise<string | null> {
  for (const url of new Set([ownersUrl, env().databaseUrl ?? ownersUrl])) {
    try {
      await withConnection(url, () => Promise.resolve());
    } catch (error) {
      const fault = databaseFault(error, url);
      if (fault) return fault;
    }
  }
  return null;
}

/** Refuses to go on with a database that lacks what the kinds' definitions need. */
async function verified(url: string): Promise<void> {
  try {
    await withConnection(url, verifyTables);
  } catch (error) {
    throw error instanceof TablesFault ? new Failure(error.message) : error;
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
