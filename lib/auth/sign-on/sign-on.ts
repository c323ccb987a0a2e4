/** Lets in whom a provider of single sign-on names: finds or makes the account, follows its role, starts a session. */
import "server-only";
import { v7 } from "uuid";
import { database, type Transaction } from "@/lib/database/client";
import { env } from "@/lib/env";
import { endLinksMadeBy, lockAdmins } from "../account-change";
import type { Role } from "../actor";
import { answerInvitation } from "../answer-invitation";
import { noteAccountChange } from "../audit";
import { sessionPlace } from "../device";
import { hashOfNoPassword } from "../password";
import { noteEvent, visitor } from "../security-events";
import { endSessionsOf, startSession } from "../sessions";
import type { Caller } from "../sign-in";
import { countSignIn } from "../sign-in-counts";
import type { SignedOn } from "./claims";

/** Why someone whom the provider names is not let in. */
export type SignOnRefusal =
  /** An admin has closed the account. */
  | "disabled"
  /** There is no account for them, and none is made. */
  | "unmatched"
  /** The provider tells no address that is known to be theirs, by which an account could be found or made. */
  | "unverified"
  /** None of the values that it tells gives a role. */
  | "noRole"
  /** It takes the role of the last admin away. */
  | "lastAdmin"
  /** Someone else was let in as the same person at the same moment. */
  | "busy";

export type SignOnOutcome =
  { ok: true; sid: string; user: Account } | { ok: false; reason: SignOnRefusal; account?: Account };

interface Account {
  id: string;
  name: string;
  email: string;
}

interface Known extends Account {
  role: string;
  disabledAt: Date | null;
}

type Found = { user: Known } | { refused: SignOnRefusal; user?: Known };

/** Starts a session for whom the provider names, in place of the one that the caller presents, or says why not. */
export async function signOn(person: SignedOn, caller: Caller): Promise<SignOnOutcome> {
  const outcome = await database().$transaction((tx) => letIn(tx, person, caller));
  countSignIn(outcome.ok ? "ok" : "provider");
  if (outcome.ok) {
    const { id, email } = outcome.user;
    await noteEvent(outcome.user, {
      action: "account.signIn",
      subject: email,
      detail: { userId: id, by: "provider" },
    });
  } else {
    const { account, reason } = outcome;
    const detail = { by: "provider", reason, ...(account ? { userId: account.id } : {}) };
    await noteEvent(visitor, {
      action: "account.signInRefused",
      subject: account?.email ?? "unknown",
      detail,
    });
  }
  return outcome;
}

async function letIn(tx: Transaction, person: SignedOn, caller: Caller): Promise<SignOnOutcome> {
  // Of two that come at once as the same person, the second finds what the first made.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-on of ${person.subject}`}, 0))`;
  // Before any account's row, as in all that changes roles: the other way round, two could lock each other.
  const admins = await lockAdmins(tx);
  const found = await findAccount(tx, person);
  const { user } = found;
  if ("refused" in found) return { ok: false, reason: found.refused, ...(user ? { account: user } : {}) };
  if (person.role === null) {
    // The provider has taken away what let them in before.
    await endSessionsOf(tx, found.user.id);
    return { ok: false, reason: "noRole", account: found.user };
  }
  if (!(await followRole(tx, found.user, person.role, admins)))
    return { ok: false, reason: "lastAdmin", account: found.user };
  if (caller.sid !== undefined) await tx.session.deleteMany({ where: { id: caller.sid } });
  const now = new Date();
  const sid = await startSession(tx, found.user.id, sessionPlace(caller.address, caller.userAgent), {
    ...{ isSecondStep: person.isSecondStep, begunBy: "provider", now },
    confirmedAt: provedBy(person, now),
  });
  return { ok: true, sid, user: found.user };
}

/**
 * When they proved who they are. Where the provider still knew them, that was then; where it does not say, although it has to
 * (`begin.ts`), it may have been any time ago, and counts as never.
 */
function provedBy({ provedAt }: SignedOn, now: Date): Date {
  if (!provedAt) return new Date(0);
  return provedAt < now ? provedAt : now;
}

const columns = { id: true, name: true, email: true, role: true, disabledAt: true } as const;

/** The account of whom the provider names: by its own name for them; else by the address, once; else a new one. */
async function findAccount(tx: Transaction, person: SignedOn): Promise<Found> {
  const { issuer, subject, email } = person;
  const known = await tx.signOnIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { user: { select: columns } },
  });
  if (known) return standing(known.user);
  if (email === null) return { refused: "unverified" };
  const user = await tx.user.findUnique({
    where: { email },
    select: { ...columns, signOnIdentities: { where: { issuer }, select: { id: true } } },
  });
  if (!user) return makeAccount(tx, person, email);
  // An address that went from one person to another there does not take the account along.
  if (user.signOnIdentities.length > 0) return { refused: "unmatched", user };
  const found = standing(user);
  if ("refused" in found || person.role === null) return found;
  if (!(await link(tx, user.id, person))) return { refused: "busy", user };
  await noteAccountChange(tx, user, "account.signOnLink", user, { issuer });
  return found;
}

/** Refuses a closed account, and the one that is kept for when the provider fails: it lets in by its password alone. */
function standing(user: Known): Found {
  if (user.disabledAt) return { refused: "disabled", user };
  if (user.email === env().passwordsOnlyFor) return { refused: "unmatched", user };
  return { user };
}

async function makeAccount(tx: Transaction, person: SignedOn, email: string): Promise<Found> {
  const settings = env().signOn;
  if (!settings?.makesAccounts || email === env().passwordsOnlyFor) return { refused: "unmatched" };
  const role = person.role === undefined ? settings.otherRole : person.role;
  if (role === null) return { refused: "noRole" };
  const user = { id: v7(), email, name: person.name, role };
  const { count } = await tx.user.createMany({
    data: [{ ...user, passwordHash: hashOfNoPassword() }],
    skipDuplicates: true,
  });
  if (!count || !(await link(tx, user.id, person))) return { refused: "busy" };
  const limits = await answerInvitation(tx, user);
  await noteAccountChange(tx, user, "account.add", user, { role, by: "provider", ...limits });
  return { user: { ...user, disabledAt: null } };
}

/** Keeps by what the provider names an account's holder; false where the account was taken a moment ago. */
async function link(tx: Transaction, userId: string, { issuer, subject }: SignedOn): Promise<boolean> {
  const { count } = await tx.signOnIdentity.createMany({
    data: [{ id: v7(), userId, issuer, subject }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** Gives the account the role that the provider says, where it says one; false where no admin would be left. */
async function followRole(
  tx: Transaction,
  user: Known,
  role: Role | undefined,
  admins: string[],
): Promise<boolean> {
  if (role === undefined || role === user.role) return true;
  if (admins.length === 1 && admins[0] === user.id) return false;
  await tx.user.update({ where: { id: user.id }, data: { role, version: { increment: 1 } } });
  if (user.role === "admin") await endLinksMadeBy(tx, user.id);
  await noteAccountChange(tx, user, "account.role", user, { from: user.role, to: role, by: "provider" });
  return true;
}
