import "server-only";
import { required } from "@/lib/env";
import { withConnection } from "./connection";

/**
 * What only one program at a time does to a database. Any numbers will do, save 72707369, which Prisma takes, and
 * 20140914, which the database's own numbering of changes does.
 */
export const locks = { migrating: 20_140_912, seeding: 20_140_915 } as const;

/** Works while no other program that asks for the same lock does, on a connection that holds it till then. */
export async function underLock<T>(url: string, lock: number, work: () => Promise<T>): Promise<T> {
  return withConnection(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
    return work();
  });
}

/** The address past any pooler: a lock lasts as long as its connection. */
export function ownerAddress(): string {
  return required("directDatabaseUrl");
}
