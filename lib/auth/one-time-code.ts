/** Codes of the second step: those that an app shows for half a minute (TOTP, RFC 6238), and those for when an app or passkeys are lost. */
import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { siteKey } from "./site-key";

const period = 30;
/** Codes of the half minutes before and after count too: clocks differ. */
const around = 1;

const totp = (secret: string, label = "") =>
  new TOTP({
    issuer: "Entente",
    label,
    secret: Secret.fromBase32(secret),
    period,
    digits: 6,
    algorithm: "SHA1",
  });

/** What is offered as a second step: the app's secret, in base 32, and codes for when the app is lost. */
export interface Proposal {
  secret: string;
  codes: string[];
}

/** How many recovery codes are made at once, and how many letters each has. */
const [recoveryCount, recoveryLength] = [10, 24];
// Thirty-two, without 0, 1, l, o, which are mistaken for one another: five bits a letter.
const letters = "abcdefghijkmnpqrstuvwxyz23456789";

/**
 * What is offered to a session: the same however often it is asked for, as a form is drawn anew where a code was mistyped,
 * and another for every session. The secret has 160 bits, a code 120.
 */
export function proposalFor(sessionId: string): Proposal {
  const derived = (what: string, length: number) => siteKey(`second step ${what}`, length, sessionId);
  const codes = codesOf(derived("codes", recoveryCount * recoveryLength));
  return { secret: new Secret({ buffer: new Uint8Array(derived("app", 20)).buffer }).base32, codes };
}

/** Ten codes of 120 random bits. */
export function newRecoveryCodes(): string[] {
  return codesOf(randomBytes(recoveryCount * recoveryLength));
}

/** A letter for each byte, of which there are as many as all codes have letters. */
function codesOf(bytes: Uint8Array): string[] {
  const all = Array.from(bytes, (byte) => letters[byte % letters.length]!).join("");
  return Array.from({ length: recoveryCount }, (_, index) =>
    all.slice(index * recoveryLength, (index + 1) * recoveryLength).replace(/(.{4})(?=.)/g, "$1-"),
  );
}

/** The address that an app reads from a picture: it holds the secret. */
export function appAddress(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/** In which half minute since 1970 a code was shown, if it was about now; else null. */
export function stepOfCode(secret: string, typed: string, now = new Date()): number | null {
  const token = typed.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret).validate({ token, window: around, timestamp: now.getTime() });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

/** By what the database knows a recovery code; null for what is none. */
export function recoveryHash(userId: string, typed: string): string | null {
  const code = typed.toLowerCase().replace(/[\s-]/g, "");
  if (!/^[a-z0-9]{24}$/.test(code)) return null;
  const key = siteKey("recovery code");
  return createHmac("sha256", key)
    .update(JSON.stringify([userId, code]))
    .digest("base64url");
}
