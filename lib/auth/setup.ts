/** The first admin: made with a one-time token that the server prints while there is no account. */
import "server-only";
import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { database } from "@/lib/database/client";
import { type AccountProblem, readDetails } from "./account-details";
import { noteAccountChange } from "./audit";
import { knownBrowserCookie, type KnownBrowserCookie } from "./known-browser";
import { hashInTime } from "./password";
import { isSameSecret } from "./same-secret";
import { newPasswordFault } from "./new-password-fault";
import { tokenHash as hashOf } from "./one-time-link";
import { sessionPlace } from "./device";
import { startSession } from "./sessions";
import type { Caller } from "./sign-in";

/** A fresh token with which the first admin can be made, or null once there is any account. It ends the last one. */
export async function ensureSetupToken(): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = hashOf(token);
  return database().$transaction(async (tx) => {
    if (await tx.user.findFirst({ select: { id: true } })) {
      await tx.setupToken.deleteMany();
      return null;
    }
    const createdAt = new Date();
    await tx.setupToken.upsert({
      where: { id: 1 },
      create: { id: 1, tokenHash, createdAt },
      update: { tokenHash, createdAt },
    });
    return token;
  });
}

/** Whether there is an account already, so that no first one can be made. */
export async function isSetUp(): Promise<boolean> {
  return (await database().user.findFirst({ select: { id: true } })) !== null;
}

/** Whether the first admin can be made with `token`: yes, no as it is a wrong or old one, or done already. */
export async function setupState(token: string | undefined): Promise<"open" | "wrongToken" | "done"> {
  if (await isSetUp()) return "done";
  const kept = await database().setupToken.findUnique({ where: { id: 1 } });
  return kept && token && isSameSecret(kept.tokenHash, hashOf(token)) ? "open" : "wrongToken";
}

export type SetupOutcome =
  /** `sid` is the new admin's first session, `browserCookie` what proves later that this browser had it. */
  | { ok: true; sid: string; browserCookie: KnownBrowserCookie }
  | { ok: false; reason: "invalid"; problems: AccountProblem[] }
  | { ok: false; reason: "wrongToken" | "done" | "busy" };

/** Makes the first admin and ends the token. Of two that come at once, the token's row lets one through. */
export async function useSetupToken(
  token: string,
  typed: { email: string; name: string; password: string },
  { address, userAgent }: Caller = { address: "unknown" },
): Promise<SetupOutcome> {
  const state = await setupState(token); // strangers shall not make us hash
  if (state !== "open") return { ok: false, reason: state };
  const read = readDetails({ ...typed, role: "admin" });
  if (!read.ok) return { ok: false, reason: "invalid", problems: read.problems };
  const { password, ...details } = read.details;
  const fault = await newPasswordFault(password, details);
  if (fault) return { ok: false, reason: "invalid", problems: [{ field: "password", code: fault }] };
  const passwordHash = await hashInTime(password); // before the transaction, which must be short
  if (!passwordHash) return { ok: false, reason: "busy" };
  return database().$transaction(async (tx): Promise<SetupOutcome> => {
    const [kept] = await tx.$queryRaw<{ tokenHash: string }[]>`
      SELECT "tokenHash" FROM "SetupToken" WHERE "id" = 1 FOR UPDATE`;
    if (await tx.user.findFirst({ select: { id: true } })) return { ok: false, reason: "done" };
    if (!kept || !isSameSecret(kept.tokenHash, hashOf(token))) return { ok: false, reason: "wrongToken" };
    await tx.setupToken.delete({ where: { id: 1 } });
    const user = { id: v7(), ...details };
    await tx.user.create({ data: { ...user, passwordHash } });
    await noteAccountChange(tx, user, "account.firstAdmin", user);
    const browserCookie = knownBrowserCookie(undefined, { id: user.id, passwordHash });
    const sid = await startSession(tx, user.id, sessionPlace(address, userAgent));
    return { ok: true, sid, browserCookie };
  });
}
