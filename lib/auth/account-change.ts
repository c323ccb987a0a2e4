/** How every change to an existing account is made: checked, compared and swapped, noted, in one transaction. */
import "server-only";
import { database, type Transaction } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { type AccountProblem, readRole } from "./account-details";
import { type AccountLimits, type Actor, demand, forbid, type Role } from "./actor";
import { type AccountAction, noteAccountChange } from "./audit";
import { tampered } from "./read-form";
import { endSessionsOf } from "./sessions";

/** An account as admins see it. */
export interface Account extends AccountLimits {
  id: string;
  email: string;
  name: string;
  role: Role;
  disabledAt: Date | null;
  version: number;
  createdAt: Date;
}

/** The account that a change is for, and its version as the admin has seen it. */
export interface AccountTarget {
  id: string;
  version: number;
}

export type AccountOutcome =
  | { ok: true; account: Account }
  | { ok: false; reason: "invalid"; problems: AccountProblem[] }
  /** The account was changed in the meantime; `account` is what stands now. */
  | { ok: false; reason: "stale"; account: Account }
  /** Without this account there would be no admin any more. */
  | { ok: false; reason: "lastAdmin" }
  | { ok: false; reason: "missing" }
  | Unconfirmed
  /** More passwords are being set at this moment than the server can take. */
  | { ok: false; reason: "busy" };

export const accountColumns = {
  id: true,
  email: true,
  name: true,
  role: true,
  isLimited: true,
  limitedTo: true,
  disabledAt: true,
  version: true,
  createdAt: true,
} as const satisfies Prisma.UserSelect;

/** A selected row as an Account. Throws for a role that the database should not have let in. */
export function accountFrom(row: Omit<Account, "role"> & { role: string }): Account {
  const role = readRole(row.role);
  if (!role) throw new Error(`No such role: ${row.role}`);
  return { ...row, role };
}

interface Change {
  action: AccountAction;
  data: Prisma.UserUpdateManyMutationInput;
  /** Whether the account is no active admin afterwards. */
  endsAdmin: boolean;
  /** Whether the account's sessions end. */
  endsSessions: boolean;
  /** Whether the private addresses that its holder made stop to work. */
  revokesAddresses?: boolean;
  /** Whether it can be made to the account of an admin: all can but what an admin's is never. */
  isForAdmins?: boolean;
  detail?: (before: Account, tx: Transaction) => Record<string, string> | Promise<Record<string, string>>;
  /** What else is done with it; it returns what is noted of that. */
  then?: (tx: Transaction) => Record<string, string> | Promise<Record<string, string>>;
}

/** Makes a change. @throws {Forbidden} unless the actor may manage people, and still may when the change is made. */
export async function changeAccount(
  actor: Actor,
  { id, version }: AccountTarget,
  change: Change,
): Promise<AccountOutcome> {
  return administer(actor, async (tx, admins): Promise<AccountOutcome> => {
    const row = await tx.user.findUnique({ where: { id }, select: accountColumns });
    if (!row) return { ok: false, reason: "missing" };
    const before = accountFrom(row);
    if (before.version !== version) return { ok: false, reason: "stale", account: before };
    if (change.isForAdmins === false && before.role === "admin")
      throw tampered(`${change.action} of an admin's account`);
    const isLast = admins.length === 1 && admins[0] === id;
    if (change.endsAdmin && isLast) return { ok: false, reason: "lastAdmin" };
    const { count } = await tx.user.updateMany({
      where: { id, version },
      data: { ...change.data, version: { increment: 1 } },
    });
    const account = accountFrom(await tx.user.findUniqueOrThrow({ where: { id }, select: accountColumns }));
    if (!count) return { ok: false, reason: "stale", account };
    if (change.endsSessions) await endSessionsOf(tx, id);
    // A link for the account as it was is void by its version; those that an admin made end with the right to make them.
    if (change.endsAdmin) await endLinksMadeBy(tx, id);
    const detail = {
      ...(await change.detail?.(before, tx)),
      ...(await change.then?.(tx)),
      ...(change.revokesAddresses ? await revokeAddresses(tx, id) : {}),
    };
    await noteAccountChange(tx, actor, change.action, account, detail);
    return { ok: true, account };
  });
}

/** Ends the links that an account made for others: invitations, and those for another password. */
export async function endLinksMadeBy(tx: Transaction, madeById: string): Promise<void> {
  await tx.invitation.deleteMany({ where: { madeById } });
  await tx.passwordReset.deleteMany({ where: { madeById } });
}

/** Revokes what lets others read in an account's name, and says how many there were, for the audit log. */
async function revokeAddresses(tx: Transaction, madeById: string): Promise<Record<string, string>> {
  const { count } = await tx.calendarLink.deleteMany({ where: { madeById } });
  return count > 0 ? { calendarAddresses: String(count) } : {};
}

/** The actor has to say the password again first. */
export interface Unconfirmed {
  ok: false;
  reason: "unconfirmed";
}

/**
 * Does what an admin does to accounts, for an actor who has proved just now who they are, while the active admins' rows are
 * locked, whose ids it is given: of two who demote each other at once, the second one has lost the right by then. Whatever
 * changes accounts or lets others in goes through this. @throws {Forbidden} unless the actor may manage people, and still may.
 */
export async function administer<T>(
  actor: Actor,
  work: (tx: Transaction, admins: readonly string[]) => Promise<T>,
): Promise<T | Unconfirmed> {
  demand(actor, "manage");
  if (!actor.isConfirmed) return { ok: false, reason: "unconfirmed" };
  return whileAdmin(actor, work);
}

/** Like `administer`, for what lets no one in and changes no account: it asks for no proof anew. @throws {Forbidden} */
export async function whileAdmin<T>(
  actor: Actor,
  work: (tx: Transaction, admins: readonly string[]) => Promise<T>,
): Promise<T> {
  demand(actor, "manage");
  return database().$transaction(async (tx) => {
    const admins = await lockAdmins(tx);
    if (actor.id !== null && !admins.includes(actor.id)) forbid(actor, "The actor is no admin any more");
    return work(tx, admins);
  });
}

/** Locks the active admins' rows, in one order, so that two changes cannot each count on the other's admin. */
export async function lockAdmins(tx: Transaction): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "User" WHERE "role" = 'admin' AND "disabledAt" IS NULL ORDER BY "id" FOR UPDATE`;
  return rows.map(({ id }) => id);
}
