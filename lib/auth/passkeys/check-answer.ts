/** Checks what passkeys sign, by @simplewebauthn/server, which is loaded where it is needed. */
import "server-only";
import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { type ChallengeHolder, type ChallengePurpose, takeChallenge } from "./challenges";
import { type ClientData, readMaking, readUsing } from "./read-answer";
import { relyingParty } from "./relying-party";

/** Why an answer is not taken, for the audit log; its sender is told no more than that. */
export type AnswerFault =
  /** It is not even such an answer. */
  | "malformed"
  /** Its challenge was used, has lapsed, or was given to another browser or for something else. */
  | "challenge"
  /** It was given on a page of another site, or within one. */
  | "origin"
  /** No account has this passkey, or another one than it says. */
  | "unknown"
  /** It is not signed by the passkey, for another host, or without its holder having been verified. */
  | "signature"
  /** The device has counted on since: the passkey was copied. */
  | "counter";

/** A public key and what belongs to it, as they are kept. */
export interface PasskeyKey {
  credentialId: string;
  publicKey: string;
  counter: bigint;
}

/** What a device says of a passkey at each use. */
export interface PasskeyUse {
  counter: bigint;
  isSynced: boolean;
}

const library = () => import("@simplewebauthn/server");

/** A passkey that is being made, from an answer to a challenge of this session. */
export async function checkMaking(
  text: string,
  holder: ChallengeHolder,
): Promise<(PasskeyKey & PasskeyUse & { transports: string[] }) | { fault: AnswerFault }> {
  const read = readMaking(text);
  if (!read) return { fault: "malformed" };
  const fault = await clientFault(read.client, "add", holder);
  if (fault) return { fault };
  const { id, rawId, type, response } = read.answer;
  const made: RegistrationResponseJSON = {
    ...{ id, rawId, type, clientExtensionResults: {} },
    response: {
      clientDataJSON: response.clientDataJSON,
      attestationObject: response.attestationObject,
    },
  };
  const { verifyRegistrationResponse } = await library();
  const checked = await orNull(() =>
    verifyRegistrationResponse({ response: made, ...expected(read.client), requireUserVerification: true }),
  );
  if (!checked?.verified) return { fault: "signature" };
  const { credential, credentialBackedUp } = checked.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString("base64url"),
    counter: BigInt(credential.counter),
    isSynced: credentialBackedUp,
    transports: response.transports ?? [],
  };
}

/**
 * Checks an answer that a passkey has signed, whose challenge is used up by that. `find` says which passkey is kept under its
 * id, if the one that uses it may; what comes back says what the device counts.
 */
export async function checkUse<P extends PasskeyKey>(
  text: string,
  purpose: Exclude<ChallengePurpose, "add">,
  holder: ChallengeHolder,
  find: (credentialId: string, userHandle: string | null) => Promise<P | null>,
): Promise<{ passkey: P; use: PasskeyUse } | { fault: AnswerFault; passkey?: P }> {
  const read = readUsing(text);
  if (!read) return { fault: "malformed" };
  const { answer, client } = read;
  const fault = await clientFault(client, purpose, holder);
  if (fault) return { fault };
  const passkey = await find(answer.id, answer.response.userHandle ?? null);
  if (!passkey) return { fault: "unknown" };
  const { verifyAuthenticationResponse } = await library();
  const { id, rawId, type, response } = answer;
  const { clientDataJSON, authenticatorData, signature } = response;
  const checked = await orNull(() =>
    verifyAuthenticationResponse({
      response: {
        ...{ id, rawId, type, clientExtensionResults: {} },
        response: { clientDataJSON, authenticatorData, signature },
      },
      ...expected(client),
      // The count is compared below, where it has a fault of its own, and again as it is written.
      credential: { id, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")), counter: 0 },
      requireUserVerification: true,
    }),
  );
  if (!checked?.verified) return { fault: "signature", passkey };
  const { newCounter, credentialBackedUp } = checked.authenticationInfo;
  const counter = BigInt(newCounter);
  if ((counter > 0n || passkey.counter > 0n) && counter <= passkey.counter)
    return { fault: "counter", passkey };
  return { passkey, use: { counter, isSynced: credentialBackedUp } };
}

/** What is wrong with where an answer was given, and for what. The challenge is used up, whatever comes of the rest. */
async function clientFault(
  { challenge, origin, crossOrigin }: ClientData,
  purpose: ChallengePurpose,
  holder: ChallengeHolder,
): Promise<AnswerFault | null> {
  if (!(await takeChallenge(challenge, purpose, holder))) return "challenge";
  return origin !== relyingParty().origin || crossOrigin ? "origin" : null;
}

function expected({ challenge }: ClientData) {
  const { id, origin } = relyingParty();
  return { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id };
}

/** What the library makes of an answer; it throws, without a class of its own, for each thing that is wrong with one. */
async function orNull<T>(check: () => Promise<T>): Promise<T | null> {
  try {
    return await check();
  } catch {
    return null;
  }
}
