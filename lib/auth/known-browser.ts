/**
 * The cookie by which a browser shows that its holder has signed in before. It grants nothing but an allowance of its
 * own for wrong passwords, so that strangers who guess at an account cannot keep its holder out.
 */
import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { isSameSecret } from "./same-secret";
import { cookieName, cookieOptions } from "./session-cookie";
import { siteKey } from "./site-key";

/** Of an account, what its browsers' proofs are bound to: another password ends them all. */
export interface ProvableAccount {
  id: string;
  passwordHash: string;
}

/** A cookie, ready to be set. */
export interface KnownBrowserCookie extends ReturnType<typeof cookieOptions> {
  name: string;
  value: string;
  maxAge: number;
}

const day = 24 * 60 * 60;
/** How long a proof holds, in seconds. */
const lifetime = 180 * day;
/** A shared computer may be known to so many accounts; the one that signed in first is forgotten. */
const accountLimit = 5;
const lengthLimit = accountLimit * 200;

/** `<account>~<browser>~<seconds since 1970, base 36>~<MAC>`; a cookie holds several, divided by dots. */
const proofPattern = /^([0-9a-f-]{36})~([\w-]{22})~([0-9a-z]{1,9})~([\w-]{43})$/;

interface Proof {
  userId: string;
  browser: string;
  since: number;
  mac: string;
}

export const knownBrowserCookieName = () => cookieName("browser");

/** The random name of a browser that has signed in to this account before, or null for one that cannot prove it. */
export function knownBrowser(
  cookie: string | undefined,
  account: ProvableAccount,
  now = new Date(),
): string | null {
  const proof = proofsIn(cookie).find(({ userId }) => userId === account.id);
  if (!proof) return null;
  const age = now.getTime() / 1000 - proof.since;
  if (age > lifetime || !isSameSecret(proof.mac, macOf(account, proof.browser, proof.since))) return null;
  return proof.browser;
}

/** The cookie for a browser whose holder has just signed in; what it proves of other accounts stays in it. */
export function knownBrowserCookie(
  cookie: string | undefined,
  account: ProvableAccount,
  now = new Date(),
): KnownBrowserCookie {
  const browser = knownBrowser(cookie, account, now) ?? randomBytes(16).toString("base64url");
  const since = Math.floor(now.getTime() / 1000);
  const own = { userId: account.id, browser, since, mac: macOf(account, browser, since) };
  const others = proofsIn(cookie).filter(({ userId }) => userId !== account.id);
  const value = [own, ...others].slice(0, accountLimit).map(written).join(".");
  return { name: knownBrowserCookieName(), value, ...cookieOptions(), maxAge: lifetime };
}

function proofsIn(cookie = ""): Proof[] {
  if (cookie.length > lengthLimit) return [];
  return cookie.split(".").flatMap((text) => {
    const [, userId, browser, since, mac] = proofPattern.exec(text) ?? [];
    return userId && browser && since && mac ? [{ userId, browser, since: parseInt(since, 36), mac }] : [];
  });
}

const written = ({ userId, browser, since, mac }: Proof) =>
  [userId, browser, since.toString(36), mac].join("~");

function macOf({ id, passwordHash }: ProvableAccount, browser: string, since: number): string {
  const key = siteKey("known browser");
  return createHmac("sha256", key)
    .update(JSON.stringify([id, browser, since, passwordHash]))
    .digest("base64url");
}
