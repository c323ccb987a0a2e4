/** Challenges: what a passkey has to sign, once, within minutes, for the very session or browser that asked. */
import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { database } from "@/lib/database/client";

/** What an answer is for. One that was given for something else is good for nothing. */
export type ChallengePurpose = "add" | "signIn" | "secondStep" | "confirm";

/** Who has to bring the answer: a session, or the browser of a visitor by the value of its cookie. */
export type ChallengeHolder = { session: string } | { browser: string };

/** How long a challenge can be answered, in milliseconds. */
export const challengeLife = 5 * 60 * 1000;

const prunedAtOnce = 1000;

function hashOf(holder: ChallengeHolder): string {
  const text = "session" in holder ? `session ${holder.session}` : `browser ${holder.browser}`;
  return createHash("sha256").update(text).digest("base64url");
}

/** Makes a challenge of 256 bits, in base64url, and forgets those that have lapsed. */
export async function makeChallenge(
  purpose: ChallengePurpose,
  holder: ChallengeHolder,
  now = new Date(),
): Promise<string> {
  const challenge = randomBytes(32).toString("base64url");
  await database().$executeRaw`
    DELETE FROM "PasskeyChallenge" WHERE "challenge" IN (
      SELECT "challenge" FROM "PasskeyChallenge" WHERE "lapsesAt" <= ${now} LIMIT ${prunedAtOnce} FOR UPDATE SKIP LOCKED)`;
  const lapsesAt = new Date(now.getTime() + challengeLife);
  await database().passkeyChallenge.create({
    data: { challenge, purpose, heldBy: hashOf(holder), lapsesAt },
  });
  return challenge;
}

/** Uses a challenge up; false for one that was not given for this to this holder, has lapsed or was used. */
export async function takeChallenge(
  challenge: string,
  purpose: ChallengePurpose,
  holder: ChallengeHolder,
  now = new Date(),
): Promise<boolean> {
  const { count } = await database().passkeyChallenge.deleteMany({
    where: { challenge, purpose, heldBy: hashOf(holder), lapsesAt: { gt: now } },
  });
  return count > 0;
}
