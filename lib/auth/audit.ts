import "server-only";
import { v7 } from "uuid";
import type { Transaction } from "@/lib/database/client";
import type { AuditAction } from "@/lib/domain/audit-actions";
import type { Prisma } from "@/lib/database/generated/client";
import { logAct } from "./act-log";
import type { Actor } from "./actor";
import { asking } from "./asking";
import { shortAddress } from "./device";

/** What is done to accounts, as the audit log names it. */
export type AccountAction = Extract<AuditAction, `account.${string}`>;

/** An act that is no write of a record, as the audit log keeps it. */
export interface AuditedAct {
  action: AuditAction;
  /** What it was done to. */
  subject: string;
  detail?: Prisma.InputJsonObject;
  /** Of what was changed over a version that was seen: its new one. */
  version?: number;
}

/**
 * Notes in the audit log, and in the server's, what was done to anything but a record, and from where that was asked. Takes
 * part in the transaction that does it: where that fails later, the server's log alone says so.
 */
export async function noteAct(
  tx: Transaction,
  by: Pick<Actor, "id" | "name">,
  act: AuditedAct,
): Promise<void> {
  const request = asking();
  const from = { network: request && shortAddress(request.address), requestId: request && request.requestId };
  await tx.auditEvent.create({ data: { id: v7(), byId: by.id, byName: by.name, ...act, ...from } });
  logAct({ act: act.action, by: by.id, subject: act.subject, ...from });
}

/** Notes in the audit log what was done to an account. Takes part in the transaction that does it. */
export async function noteAccountChange(
  tx: Transaction,
  by: Pick<Actor, "id" | "name">,
  action: AccountAction,
  user: { id: string; email: string },
  detail: Record<string, string> = {},
): Promise<void> {
  await noteAct(tx, by, { action, subject: user.email, detail: { ...detail, userId: user.id } });
}
