/** Invitations: an admin says who may have an account, and by a link its holder makes it with a password of their own. */
import "server-only";
import { v7 } from "uuid";
import { database, type Transaction } from "@/lib/database/client";
import { addressOfMail, queueMail } from "@/lib/mail/queue-mail";
import { writeMail } from "@/lib/mail/write-mail";
import { administer, type Unconfirmed, whileAdmin } from "./account-change";
import type { AccountProblem } from "./account-details";
import { readHolder, readRole } from "./account-details";
import { type Limits, limitsNoted, readLimits } from "./account-limits";
import { type Actor, demand, type Role } from "./actor";
import { noteAccountChange } from "./audit";
import { tampered } from "./read-form";
import { linkAddress, oneTimeLink, sendsLinks } from "./one-time-link";

const hour = 60 * 60 * 1000;
/** How long an invitation is good, in milliseconds. */
export const invitationLength = 72 * hour;
/** One that lapsed so long ago is forgotten when another is made, in milliseconds. */
const keptFor = 30 * 24 * hour;
/** No more stand at once: each admin sees them all. */
const most = 500;

export const invitationPage = "/admin/sign-in/invitation";

/** An invitation as admins see it. */
export interface Invitation {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** To how many dossiers the account will be limited; null for one that works in all. */
  dossiers: number | null;
  isMailed: boolean;
  madeByName: string;
  madeAt: Date;
  lapsesAt: Date;
}

/** Whom an admin invites. */
interface Invited {
  email: string;
  name: string;
  role: string;
  /** The dossiers that the account is limited to; null for none. */
  dossiers?: readonly string[] | null;
  /** Asked for again under the same id, as the answer was lost, it is mailed once. */
  once?: string | undefined;
}

/** What an invitation's row says of the account. */
interface Kept extends Limits {
  email: string;
  name: string;
  role: string;
}

export type InviteOutcome =
  /** `link` is the whole address, to be shown this once; null where it went by mail. */
  | { ok: true; invitation: Pick<Invitation, "email" | "name">; link: string | null }
  | { ok: false; reason: "invalid"; problems: AccountProblem[] }
  | Unconfirmed
  /** There is no such invitation any more. */
  | { ok: false; reason: "notInvited" }
  | { ok: false; reason: "tooMany" };

/** All invitations that were not answered, the newest first. @throws {Forbidden} */
export async function listInvitations(actor: Actor): Promise<Invitation[]> {
  demand(actor, "manage");
  const rows = await database().invitation.findMany({
    orderBy: { madeAt: "desc" },
    take: most,
    select: {
      ...{ id: true, email: true, name: true, role: true, isMailed: true, isLimited: true, limitedTo: true },
      ...{ madeByName: true, madeAt: true, lapsesAt: true },
    },
  });
  return rows.map(({ isLimited, limitedTo, ...row }) => ({
    ...row,
    role: readRole(row.role) ?? "viewer",
    dossiers: isLimited ? limitedTo.length : null,
  }));
}

/**
 * Invites someone, who is limited to some dossiers from the first sign-in on where these are said; an invitation of that address
 * before this one is void. @throws {Forbidden} @throws {TamperedRequest} as `readLimits` does, and for an admin with limits.
 */
export async function invite(
  actor: Actor,
  { dossiers = null, once, ...typed }: Invited,
  now = new Date(),
): Promise<InviteOutcome> {
  demand(actor, "manage");
  if (dossiers && typed.role === "admin") throw tampered("an admin with limits");
  const { limits } = await readLimits(dossiers);
  return administer(actor, async (tx): Promise<InviteOutcome> => {
    const read = readHolder(typed);
    if (!read.ok) return { ok: false, reason: "invalid", problems: read.problems };
    const { email } = read.details;
    await tx.invitation.deleteMany({ where: { lapsesAt: { lt: new Date(now.getTime() - keptFor) } } });
    if (await tx.user.findUnique({ where: { email }, select: { id: true } }))
      return { ok: false, reason: "invalid", problems: [{ field: "email", code: "email.taken" }] };
    if ((await tx.invitation.count({ where: { NOT: { email } } })) >= most)
      return { ok: false, reason: "tooMany" };
    return hand(tx, actor, { ...read.details, ...limits }, { now, once });
  });
}

/**
 * Makes another link for an invitation; the one before is void. Asked for again under the same id (`once`) it is mailed once.
 * @throws {Forbidden}
 */
export async function inviteAgain(
  actor: Actor,
  id: string,
  { now = new Date(), once }: Partial<Handing> = {},
): Promise<InviteOutcome> {
  return administer(actor, async (tx): Promise<InviteOutcome> => {
    const [kept] = await tx.$queryRaw<Kept[]>`
      SELECT "email", "name", "role", "isLimited", "limitedTo" FROM "Invitation" WHERE "id" = ${id}::uuid FOR UPDATE`;
    return kept ? hand(tx, actor, kept, { now, once }) : { ok: false, reason: "notInvited" };
  });
}

/** Takes an invitation back: its link is void. Returns whom it was for, or null where it is gone. @throws {Forbidden} */
export async function withdrawInvitation(actor: Actor, id: string): Promise<string | null> {
  return whileAdmin(actor, async (tx) => {
    const [gone] = await tx.$queryRaw<{ email: string; name: string }[]>`
      DELETE FROM "Invitation" WHERE "id" = ${id}::uuid RETURNING "email", "name"`;
    if (!gone) return null;
    await noteAccountChange(tx, actor, "account.inviteWithdraw", { id, email: gone.email });
    return gone.name;
  });
}

interface Handing {
  now: Date;
  once: string | undefined;
}

/** Makes a link, keeps its hash, and sends it or gives it back, unless the same was sent under this id. */
async function hand(
  tx: Transaction,
  actor: Actor,
  { email, name, role, isLimited, limitedTo }: Kept,
  { now, once }: Handing,
): Promise<InviteOutcome> {
  const mailedTo = once === undefined ? null : await addressOfMail(tx, once);
  const stands = { email, name, role, isLimited, limitedTo: { equals: limitedTo }, madeById: actor.id };
  if (mailedTo === email && (await tx.invitation.count({ where: stands })) > 0)
    return { ok: true, invitation: { email, name }, link: null };
  const link = oneTimeLink(invitationPage);
  const isMailed = sendsLinks();
  const made = {
    ...{ name, role, isLimited, limitedTo, tokenHash: link.tokenHash, isMailed },
    ...{ madeById: actor.id, madeByName: actor.name },
    ...{ madeAt: now, lapsesAt: new Date(now.getTime() + invitationLength) },
  };
  const { id } = await tx.invitation.upsert({
    where: { email },
    create: { id: v7(), email, ...made },
    update: made,
    select: { id: true },
  });
  const noted = await limitsNoted(tx, { isLimited, limitedTo });
  await noteAccountChange(tx, actor, "account.invite", { id, email }, { role, ...noted });
  const hours = invitationLength / hour;
  const letter = writeMail("invitation", { who: actor.name, name, role, hours }, link.path);
  await queueMail(tx, [{ ...letter, address: email, id: mailedTo === null ? once : undefined }], now);
  return { ok: true, invitation: { email, name }, link: isMailed ? null : linkAddress(link) };
}
