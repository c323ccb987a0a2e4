/** A link by which an account is given another password. Its second step stays, and all its sessions end. */
import "server-only";
import { database, type Transaction } from "@/lib/database/client";
import { addressOfMail, queueMail } from "@/lib/mail/queue-mail";
import { writeMail } from "@/lib/mail/write-mail";
import { type Account, type AccountTarget, accountColumns, accountFrom, administer } from "./account-change";
import { type Actor, forbid } from "./actor";
import { noteAccountChange } from "./audit";
import { newPasswordFault } from "./new-password-fault";
import {
  linkAddress,
  oneTimeLink,
  type OneTimeLink,
  pastedToken,
  sendsLinks,
  tokenHash,
} from "./one-time-link";
import { mayUsePassword } from "./may-use-password";
import { hashOfAnother } from "./password";
import { endSessionsOf } from "./sessions";
import { tellHolder } from "./tell-holder";
import { type LinkOutcome, wrongLink } from "./use-invitation";

const minute = 60_000;
/** How long such a link is good, in milliseconds. */
export const resetLength = 30 * minute;

export const resetPage = "/admin/sign-in/reset";

export type BeginResetOutcome =
  /** `link` is the whole address, to be shown this once; null where it went by mail. */
  | { ok: true; account: Account; link: string | null }
  /** `providerOnly`: a password would let no one in, as all but one sign on through the provider. */
  | { ok: false; reason: "stale" | "missing" | "unconfirmed" | "disabled" | "providerOnly" };

/**
 * Makes a link by which another person's account is given another password, and sends it or gives it back. The password
 * that it has works until then; a link before this one is void. Asked for again under the same id (`once`) it is mailed once. @throws {Forbidden} also for one's own account.
 */
export async function beginPasswordReset(
  actor: Actor,
  { id, version, once }: AccountTarget & { once?: string | undefined },
  now = new Date(),
): Promise<BeginResetOutcome> {
  // It would sign them out; no form of ours offers it.
  if (actor.id === id) forbid(actor, "Of one's own account the password is changed with the present one");
  return administer(actor, async (tx): Promise<BeginResetOutcome> => {
    const row = await tx.user.findUnique({ where: { id }, select: accountColumns });
    if (!row) return { ok: false, reason: "missing" };
    const account = accountFrom(row);
    if (account.version !== version) return { ok: false, reason: "stale" };
    if (account.disabledAt) return { ok: false, reason: "disabled" };
    if (!mayUsePassword(account)) return { ok: false, reason: "providerOnly" };
    const mailedTo = once === undefined ? null : await addressOfMail(tx, once);
    if (mailedTo === account.email) return { ok: true, account, link: null };
    const link = await sendResetLink(tx, account, actor.id, now, mailedTo === null ? once : undefined);
    await noteAccountChange(tx, actor, "account.resetBegin", account);
    return { ok: true, account, link: sendsLinks() ? null : linkAddress(link) };
  });
}

/** Keeps a new link for an account instead of the one before, and has it sent where mail is, by a message with this id. */
export async function sendResetLink(
  tx: Transaction,
  { id, version, email, name }: Pick<Account, "id" | "version" | "email" | "name">,
  madeById: string | null,
  now: Date,
  mailId?: string,
): Promise<OneTimeLink> {
  const link = oneTimeLink(resetPage);
  const lapsesAt = new Date(now.getTime() + resetLength);
  const made = { tokenHash: link.tokenHash, version, madeById, madeAt: now, lapsesAt };
  await tx.passwordReset.upsert({ where: { userId: id }, create: { userId: id, ...made }, update: made });
  const words = { name, minutes: resetLength / minute };
  const letter = writeMail(madeById === null ? "resetAsked" : "resetBegun", words, link.path);
  await queueMail(tx, [{ ...letter, address: email, id: mailId }], now);
  return link;
}

/**
 * Gives the account that a link is for another password than it has. The link is void where the account was changed in any
 * way since it was made, or may use no password any more. Of two that come at once, one counts.
 */
export async function useResetLink(
  typed: { token: string; password: string },
  now = new Date(),
): Promise<LinkOutcome> {
  const hash = tokenHash(pastedToken(typed.token));
  const asked = await database().passwordReset.findUnique({
    where: { tokenHash: hash },
    select: {
      ...{ userId: true, version: true, lapsesAt: true, madeById: true },
      user: {
        select: {
          ...{ email: true, name: true, role: true, version: true },
          ...{ passwordHash: true, disabledAt: true },
        },
      },
    },
  });
  const isGood =
    asked &&
    asked.lapsesAt > now &&
    asked.user.version === asked.version &&
    !asked.user.disabledAt &&
    mayUsePassword(asked.user);
  if (!isGood) return wrongLink("reset"); // strangers shall not make us hash
  const { userId, version, user } = asked;
  const fault = await newPasswordFault(typed.password, user);
  if (fault) return { ok: false, reason: "invalid", fault };
  const hashed = await hashOfAnother(typed.password, user.passwordHash);
  if ("refused" in hashed)
    return hashed.refused === "busy"
      ? { ok: false, reason: "busy" }
      : { ok: false, reason: "invalid", fault: "password.current" };
  const isSet = await database().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, version, disabledAt: null, passwordReset: { tokenHash: hash } },
      data: { passwordHash: hashed.hash, passwordLapsesAt: null, version: { increment: 1 } },
    });
    if (!count) return false;
    await tx.passwordReset.deleteMany({ where: { userId } });
    await endSessionsOf(tx, userId);
    const holder = { id: userId, name: user.name, email: user.email };
    const begunBy = asked.madeById === null ? "holder" : "admin";
    await noteAccountChange(tx, holder, "account.resetUse", holder, { begunBy });
    await tellHolder(tx, holder, "passwordChanged", {}, now);
    return true;
  });
  return isSet ? { ok: true, name: user.name } : wrongLink("reset");
}
