import "server-only";
import type { Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { LiveSession } from "./sessions";

/** What an account is at this moment, while its row is locked. */
export interface Standing {
  role: string;
}

/**
 * Locks a session and its account until the transaction is over, for what rests on both. Null where the session has ended
 * since it was read, the account was disabled or, where one is given, its password hash is another by now.
 */
export async function stillStanding(
  tx: Transaction,
  session: LiveSession,
  passwordHash?: string,
): Promise<Standing | null> {
  const isKnown =
    passwordHash === undefined ? Prisma.empty : Prisma.sql`AND u."passwordHash" = ${passwordHash}`;
  // The account first, as in all that changes one and ends its sessions: the other way round, two could lock each other.
  const [standing] = await tx.$queryRaw<Standing[]>`
    SELECT u."role" FROM "User" u JOIN "Session" s ON s."userId" = u."id"
    WHERE u."id" = ${session.user.id}::uuid AND s."id" = ${session.id}::uuid AND u."disabledAt" IS NULL ${isKnown}
    FOR UPDATE OF u, s`;
  return standing ?? null;
}
