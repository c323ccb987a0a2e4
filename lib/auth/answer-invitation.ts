import "server-only";
import type { Transaction } from "@/lib/database/client";
import { type Limits, limitsNoted } from "./account-limits";

/**
 * Ends the invitation of an address whose account was just made by another way in the same transaction, and limits the account as
 * the invitation would have, unless it is an admin's. Returns what the audit log says of that.
 */
export async function answerInvitation(
  tx: Transaction,
  { id, email, role }: { id: string; email: string; role: string },
): Promise<Record<string, string>> {
  const [limits] = await tx.$queryRaw<Limits[]>`
    DELETE FROM "Invitation" WHERE "email" = ${email} RETURNING "isLimited", "limitedTo"`;
  if (!limits?.isLimited || role === "admin") return {};
  const { isLimited, limitedTo } = limits;
  await tx.user.update({ where: { id }, data: { isLimited, limitedTo } });
  return limitsNoted(tx, limits);
}
