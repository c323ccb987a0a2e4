/** When a form was given out, signed: what comes back shows that this site gave it out, for what, and how long ago. */
import "server-only";
import { createHmac } from "node:crypto";
import { isSameSecret } from "./same-secret";
import { siteKey } from "./site-key";

const pattern = /^(\d{1,15})\.([\w-]{43})$/;

const sign = (purpose: string, at: string) =>
  createHmac("sha256", siteKey("form stamp")).update(`${at}\n${purpose}`).digest("base64url");

/** The stamp of a form that is given out at a moment; `purpose` says which form, and for what. */
export function formStamp(purpose: string, now = Date.now()): string {
  const at = String(now);
  return `${at}.${sign(purpose, at)}`;
}

/** How long ago a form was given out, in milliseconds; null for a stamp that is none of ours, or of another form. */
export function stampAge(stamp: string, purpose: string, now = Date.now()): number | null {
  const [, at, signed] = pattern.exec(stamp.slice(0, 100)) ?? [];
  if (at === undefined || signed === undefined || !isSameSecret(signed, sign(purpose, at))) return null;
  return now - Number(at);
}
