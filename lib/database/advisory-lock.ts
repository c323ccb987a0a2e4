import "server-only";
import pg from "pg";
import { required } from "@/lib/env";

/**
 * What only one program at a time does to a database. Any numbers will do, save 72707369, which Prisma takes, and
 * 20140914, which the database's own numbering of changes does.
 */
export const locks = { migrating: 20_140_912, seeding: 20_140_915 } as const;

/** Works while no other program that asks for the same lock does, on a connection that holds it till then. */
export async function underLock<T>(url: string, lock: number, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined); // the work itself will say that the connection went
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
    return await work();
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The address past any pooler: a lock lasts as long as its connection. */
export function ownerAddress(): string {
  return required("directDatabaseUrl");
}
