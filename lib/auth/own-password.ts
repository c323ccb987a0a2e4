import "server-only";
import { database } from "@/lib/database/client";
import { forbid } from "./actor";
import { noteAccountChange } from "./audit";
import { type Confirmation, withPassword } from "./confirm-password";
import { sessionPlace } from "./device";
import { knownBrowserCookie, type KnownBrowserCookie } from "./known-browser";
import { mayUsePassword } from "./may-use-password";
import { newPasswordFault } from "./new-password-fault";
import { hashPassword } from "./password";
import { composedPassword, type PasswordFault } from "./password-rules";
import { endSessionsOf, type LiveSession, startSession } from "./sessions";
import type { Caller } from "./sign-in";
import { tellHolder } from "./tell-holder";

export type OwnPasswordOutcome =
  /** `sid` is the holder's new session, all others have ended; `browserCookie` goes with the new password. */
  | { ok: true; sid: string; browserCookie: KnownBrowserCookie }
  | { ok: false; reason: "invalid"; fault: PasswordFault }
  | Extract<Confirmation<unknown>, { ok: false }>;

const nowhere: Caller = { address: "unknown" };

/** Changes the password of the session's account, whose holder proves to be that by the current one. */
export async function changeOwnPassword(
  session: LiveSession,
  typed: { current: string; password: string },
  caller: Caller = nowhere,
): Promise<OwnPasswordOutcome> {
  const { user, due, begunBy } = session;
  if (due !== null && due !== "password") forbid(user, "Something else is to be done first");
  // What the provider says stands for no password: it would make one that goes round the provider.
  if (begunBy === "provider") forbid(user, "The session was begun by the provider");
  if (!mayUsePassword(user)) forbid(user, "Passwords are switched off for the account");
  const isSame = composedPassword(typed.password) === composedPassword(typed.current);
  const fault = isSame ? "password.current" : await newPasswordFault(typed.password, user);
  if (fault) return { ok: false, reason: "invalid", fault };
  const confirmed = await withPassword(session, typed.current, async (known) => {
    const passwordHash = await hashPassword(typed.password, user.id);
    const sid = await swap(session, known, passwordHash, caller);
    return sid === null ? null : { sid, passwordHash };
  });
  if (!confirmed.ok) return confirmed;
  // Another password was set, or the account disabled, while we hashed.
  if (!confirmed.value) return { ok: false, reason: "wrong" };
  const { sid, passwordHash } = confirmed.value;
  const browserCookie = knownBrowserCookie(caller.browserCookie, { id: user.id, passwordHash });
  return { ok: true, sid, browserCookie };
}

function swap(
  { user, isSecondStep, begunBy }: LiveSession,
  known: string,
  passwordHash: string,
  { address, userAgent }: Caller,
): Promise<string | null> {
  return database().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, passwordHash: known, disabledAt: null },
      data: { passwordHash, passwordLapsesAt: null, version: { increment: 1 } },
    });
    if (!count) return null;
    await endSessionsOf(tx, user.id);
    await noteAccountChange(tx, user, "account.ownPassword", user);
    await tellHolder(tx, user, "passwordChanged");
    return startSession(tx, user.id, sessionPlace(address, userAgent), { isSecondStep, begunBy });
  });
}
