/** The accounts of the desk, for actors who may manage people. */
import "server-only";
import { v7 } from "uuid";
import { z } from "zod";
import { database } from "@/lib/database/client";
import {
  type Account,
  accountColumns,
  accountFrom,
  type AccountOutcome,
  type AccountTarget,
  administer,
  changeAccount,
} from "./account-change";
import { readDetails } from "./account-details";
import { type Actor, demand, type Role } from "./actor";
import { answerInvitation } from "./answer-invitation";
import { noteAccountChange } from "./audit";
import { hashInTime, hashOfAnother } from "./password";
import type { PasswordFault } from "./password-rules";
import { newPasswordFault } from "./new-password-fault";
import { tellHolder } from "./tell-holder";

/** How long a password that someone else made is good for signing in and setting one's own, in milliseconds. */
export const temporaryPasswordLength = 24 * 60 * 60 * 1000;

/**
 * What is kept of a new password's lapsing. What an admin makes for another person always lapses; at the command line the
 * operator says whether they made it up or its holder did.
 */
const lapsing = (actor: Actor, isTemporary: boolean) => ({
  passwordLapsesAt: actor.id !== null || isTemporary ? new Date(Date.now() + temporaryPasswordLength) : null,
});

export type { Account, AccountOutcome, AccountTarget } from "./account-change";

/** Every account, by name. @throws {Forbidden} */
export async function listUsers(actor: Actor): Promise<Account[]> {
  demand(actor, "manage");
  const rows = await database().user.findMany({
    orderBy: [{ name: "asc" }, { email: "asc" }],
    select: accountColumns,
  });
  return rows.map(accountFrom);
}

/** One account by its id, or null; also for what is no id at all. @throws {Forbidden} */
export async function findUser(actor: Actor, id: string): Promise<Account | null> {
  demand(actor, "manage");
  if (!z.uuid().safeParse(id).success) return null;
  const row = await database().user.findUnique({ where: { id }, select: accountColumns });
  return row && accountFrom(row);
}

/**
 * Adds an account, limited as its invitation says where it has one. A missing name is made of the e-mail address; a temporary
 * password lapses. @throws {Forbidden}
 */
export async function createUser(
  actor: Actor,
  typed: { email: string; name?: string; role: string; password: string },
  { isTemporary = false } = {},
): Promise<AccountOutcome> {
  demand(actor, "manage");
  if (!actor.isConfirmed) return { ok: false, reason: "unconfirmed" };
  const read = readDetails({ ...typed, name: typed.name ?? typed.email.split("@")[0] ?? "" });
  if (!read.ok) return { ok: false, reason: "invalid", problems: read.problems };
  const { password, ...details } = read.details;
  const fault = await newPasswordFault(password, details);
  if (fault) return refusedPassword(fault);
  if (await database().user.findUnique({ where: { email: details.email }, select: { id: true } }))
    return taken();
  const passwordHash = await hashInTime(password);
  if (!passwordHash) return { ok: false, reason: "busy" };
  const id = v7();
  return administer(actor, async (tx): Promise<AccountOutcome> => {
    // Skipped rather than failed where the address was taken since we looked.
    const { count } = await tx.user.createMany({
      data: [{ id, ...details, passwordHash, ...lapsing(actor, isTemporary) }],
      skipDuplicates: true,
    });
    if (!count) return taken();
    const limits = await answerInvitation(tx, { id, ...details });
    const account = accountFrom(await tx.user.findUniqueOrThrow({ where: { id }, select: accountColumns }));
    await noteAccountChange(tx, actor, "account.add", account, { role: account.role, ...limits });
    return { ok: true, account };
  });
}

/** Gives an account another role, from its holder's next request on. @throws {Forbidden} */
export function changeRole(actor: Actor, target: AccountTarget, role: Role): Promise<AccountOutcome> {
  return changeAccount(actor, target, {
    action: "account.role",
    data: { role },
    endsAdmin: role !== "admin",
    endsSessions: false, // every request reads the role anew
    detail: (before) => ({ from: before.role, to: role }),
  });
}

/**
 * Closes an account, signs its holder out and revokes the private addresses of calendars that they made. Nothing of what
 * they did is lost. @throws {Forbidden}
 */
export function disableUser(actor: Actor, target: AccountTarget): Promise<AccountOutcome> {
  return changeAccount(actor, target, {
    action: "account.disable",
    data: { disabledAt: new Date() },
    endsAdmin: true,
    endsSessions: true,
    revokesAddresses: true,
  });
}

/** Opens a closed account again, with its old password. @throws {Forbidden} */
export function enableUser(actor: Actor, target: AccountTarget): Promise<AccountOutcome> {
  return changeAccount(actor, target, {
    action: "account.enable",
    data: { disabledAt: null },
    endsAdmin: false,
    endsSessions: false,
  });
}

/**
 * Sets another password for an account than it has, and signs its holder out everywhere; a temporary one lapses.
 * @throws {Forbidden}
 */
export async function setPassword(
  actor: Actor,
  target: AccountTarget,
  password: string,
  { isTemporary = false } = {},
): Promise<AccountOutcome> {
  const account = await findUser(actor, target.id);
  if (!actor.isConfirmed) return { ok: false, reason: "unconfirmed" };
  if (!account) return { ok: false, reason: "missing" };
  const fault = await newPasswordFault(password, account);
  if (fault) return refusedPassword(fault);
  const { id } = account;
  const before = await database().user.findUnique({ where: { id }, select: { passwordHash: true } });
  if (!before) return { ok: false, reason: "missing" };
  const hashed = await hashOfAnother(password, before.passwordHash);
  if ("refused" in hashed)
    return hashed.refused === "busy" ? { ok: false, reason: "busy" } : refusedPassword("password.current");
  return changeAccount(actor, target, {
    action: "account.password",
    data: { passwordHash: hashed.hash, ...lapsing(actor, isTemporary) },
    endsAdmin: false,
    endsSessions: true,
    then: (tx) => tellHolder(tx, account, "passwordChanged").then(() => ({})),
  });
}

const refusedPassword = (code: PasswordFault): AccountOutcome => ({
  ok: false,
  reason: "invalid",
  problems: [{ field: "password", code }],
});

const taken = (): AccountOutcome => ({
  ok: false,
  reason: "invalid",
  problems: [{ field: "email", code: "email.taken" }],
});
