import "server-only";
import { v7 } from "uuid";
import type { Transaction } from "@/lib/database/client";
import type { Actor } from "./actor";

/** What is done to accounts, as the audit log names it. */
export type AccountAction =
  | "account.add"
  | "account.role"
  | "account.disable"
  | "account.enable"
  | "account.password"
  | "account.ownPassword"
  | "account.firstAdmin";

/** Notes in the audit log what was done to an account. Takes part in the transaction that does it. */
export async function noteAccountChange(
  tx: Transaction,
  by: Pick<Actor, "id" | "name">,
  action: AccountAction,
  user: { id: string; email: string },
  detail: Record<string, string> = {},
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      id: v7(),
      byId: by.id,
      byName: by.name,
      action,
      subject: user.email,
      detail: { ...detail, userId: user.id },
    },
  });
}
