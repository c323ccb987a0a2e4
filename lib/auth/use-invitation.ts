import "server-only";
import { v7 } from "uuid";
import { database } from "@/lib/database/client";
import { limitsNoted } from "./account-limits";
import { noteAccountChange } from "./audit";
import { newPasswordFault } from "./new-password-fault";
import { pastedToken, tokenHash } from "./one-time-link";
import { hashInTime } from "./password";
import type { PasswordFault } from "./password-rules";
import { noteEvent, visitor } from "./security-events";

/** What comes of a link that was used. */
export type LinkOutcome =
  | { ok: true; name: string }
  /** It was used, withdrawn, has lapsed, is of before a newer one, or is none. */
  | { ok: false; reason: "wrongLink" }
  | { ok: false; reason: "invalid"; fault: PasswordFault }
  | { ok: false; reason: "busy" };

/** Makes the account that a link invites to, with a password of its holder's own. Of two that come at once, one makes it. */
export async function useInvitation(
  typed: { token: string; password: string },
  now = new Date(),
): Promise<LinkOutcome> {
  const hash = tokenHash(pastedToken(typed.token));
  const asked = await database().invitation.findUnique({ where: { tokenHash: hash } });
  if (!asked || asked.lapsesAt <= now) return wrongLink("invitation"); // strangers shall not make us hash
  const fault = await newPasswordFault(typed.password, asked);
  if (fault) return { ok: false, reason: "invalid", fault };
  const passwordHash = await hashInTime(typed.password);
  if (!passwordHash) return { ok: false, reason: "busy" };
  const { email, name, role, isLimited, limitedTo } = asked;
  const user = { id: v7(), email, name, role, isLimited, limitedTo };
  const isMade = await database().$transaction(async (tx) => {
    const { count } = await tx.invitation.deleteMany({ where: { id: asked.id, tokenHash: hash } });
    if (!count) return false;
    // Skipped where the operator has added an account of that address meanwhile.
    const made = await tx.user.createMany({ data: [{ ...user, passwordHash }], skipDuplicates: true });
    if (!made.count) return false;
    const detail = { role, invitedBy: asked.madeByName, ...(await limitsNoted(tx, asked)) };
    await noteAccountChange(tx, user, "account.inviteUse", user, detail);
    return true;
  });
  return isMade ? { ok: true, name: asked.name } : wrongLink("invitation");
}

/** Notes that someone came with a link that is not good. What came is not kept. */
export async function wrongLink(subject: "invitation" | "reset"): Promise<LinkOutcome> {
  await noteEvent(visitor, { action: "account.wrongLink", subject });
  return { ok: false, reason: "wrongLink" };
}
