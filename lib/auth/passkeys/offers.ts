/** What browsers are given to make or use a passkey by: the site, a fresh challenge, and which passkeys may answer. */
import "server-only";
import { randomBytes } from "node:crypto";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import type { Unconfirmed } from "../account-change";
import { forbid, Forbidden } from "../actor";
import type { LiveSession } from "../sessions";
import { countChallenge } from "../throttle";
import { challengeLife, makeChallenge } from "./challenges";
import { relyingParty } from "./relying-party";

/** How many passkeys a person may have. */
export const mostPasskeys = 10;

/** What stands in the way of an offer. */
export type NoOffer = { ok: false; reason: "throttled"; seconds: number };

export type MakingOffer =
  | { ok: true; options: PublicKeyCredentialCreationOptionsJSON }
  | NoOffer
  | { ok: false; reason: "tooMany" }
  | Unconfirmed;

export type UseOffer = { ok: true; options: PublicKeyCredentialRequestOptionsJSON } | NoOffer;

const library = () => import("@simplewebauthn/server");

/** Whether a session may add a passkey at all: in use, or while a second step is asked of it. @throws {Forbidden} */
export function demandMayAdd({ user, due }: LiveSession): void {
  if (due !== null && due !== "enrol") forbid(user, "Something else is to be done first");
}

/** What a browser makes a passkey by, for the account of a session whose holder has just proved who they are. @throws {Forbidden} */
export async function offerMaking(session: LiveSession, address: string): Promise<MakingOffer> {
  demandMayAdd(session);
  if (!session.isConfirmed) return { ok: false, reason: "unconfirmed" };
  const refused = await countChallenge(address);
  if (refused) return { ok: false, reason: "throttled", ...refused };
  const { id, email, name } = session.user;
  const passkeys = await database().passkey.findMany({ where: { userId: id }, select: known });
  if (passkeys.length >= mostPasskeys) return { ok: false, reason: "tooMany" };
  const { name: rpName, id: rpID } = relyingParty();
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    ...{ rpName, rpID, userName: email, userDisplayName: name, timeout: challengeLife },
    userID: new Uint8Array(Buffer.from(await handleOf(id), "base64url")),
    challenge: await challengeBytes("add", session),
    attestationType: "none",
    excludeCredentials: passkeys.map(asNamed),
    // One that can be found without a name typed, and that asks its holder for a finger, a face or a number.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return { ok: true, options };
}

/** What a visitor signs in by with any passkey of this site that the browser finds; `browser` is its cookie's value. */
export async function offerSignIn(browser: string, address: string): Promise<UseOffer> {
  const refused = await countChallenge(address);
  if (refused) return { ok: false, reason: "throttled", ...refused };
  return use(Buffer.from(await makeChallenge("signIn", { browser }), "base64url"), []);
}

/** What the holder of a session uses one of their passkeys by: as second step where that is due, else to prove anew who they are. */
export async function offerUse(session: LiveSession, address: string): Promise<UseOffer> {
  if (session.due !== null && session.due !== "code")
    forbid(session.user, "Something else is to be done first");
  const refused = await countChallenge(address);
  if (refused) return { ok: false, reason: "throttled", ...refused };
  const passkeys = await database().passkey.findMany({ where: { userId: session.user.id }, select: known });
  return use(await challengeBytes(session.due === "code" ? "secondStep" : "confirm", session), passkeys);
}

const known = { credentialId: true, transports: true } as const satisfies Prisma.PasskeySelect;

const asNamed = ({ credentialId: id, transports }: { credentialId: string; transports: string[] }) => ({
  ...{ id, transports },
});

async function challengeBytes(purpose: "add" | "secondStep" | "confirm", { id }: LiveSession) {
  return new Uint8Array(Buffer.from(await makeChallenge(purpose, { session: id }), "base64url"));
}

async function use(challenge: Uint8Array, passkeys: Parameters<typeof asNamed>[0][]): Promise<UseOffer> {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    ...{ rpID: relyingParty().id, challenge: new Uint8Array(challenge), timeout: challengeLife },
    ...(passkeys.length > 0 ? { allowCredentials: passkeys.map(asNamed) } : {}),
    userVerification: "required",
  });
  return { ok: true, options };
}

/** By what an account's passkeys know it: made once, at random. */
async function handleOf(userId: string): Promise<string> {
  const made = randomBytes(32).toString("base64url");
  const [row] = await database().$queryRaw<{ handle: string }[]>`
    UPDATE "User" SET "passkeyHandle" = COALESCE("passkeyHandle", ${made}) WHERE "id" = ${userId}::uuid
    RETURNING "passkeyHandle" AS "handle"`;
  if (!row) throw new Forbidden("The account is gone");
  return row.handle;
}
