/** The cookie that carries a session's id, sealed as next-auth seals it: encrypted and dated. */
import "server-only";
import type { CookiesOptions } from "next-auth";
import { decode, encode, type JWT, type JWTDecodeParams } from "next-auth/jwt";
import { z } from "zod";
import { publicUrl, required } from "@/lib/env";
import { sessionLength } from "./sessions";

/** Whether readers reach us by https, so that cookies can be kept from anything else. */
export const isSecure = () => publicUrl().startsWith("https:");

const seconds = sessionLength.max / 1000;

// `__Host-` binds a cookie to this very host: no other subdomain can plant one.
export const cookieName = (part: string) => `${isSecure() ? "__Host-" : ""}entente-${part}`;

/** How every cookie of ours is closed to scripts, other sites and plain http. */
export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

/** next-auth's cookies, named and closed as ours. */
export function cookies(): Partial<CookiesOptions> {
  const cookie = (part: string) => ({ name: cookieName(part), options: cookieOptions() });
  // What binds a provider's answer to this browser holds for as long as signing on there may take.
  const brief = (part: string) => ({ name: cookieName(part), options: { ...cookieOptions(), maxAge: 600 } });
  return {
    ...{ sessionToken: cookie("session"), csrfToken: cookie("csrf"), callbackUrl: cookie("after-sign-in") },
    ...{
      state: brief("sign-on-state"),
      nonce: brief("sign-on-nonce"),
      pkceCodeVerifier: brief("sign-on-proof"),
    },
  };
}

/** The cookie that binds a passkey's challenge to a visitor's browser, for as long as that is open: a random value. */
export const passkeyBrowserCookie = (value: string) => ({
  name: passkeyBrowserCookieName(),
  value,
  ...cookieOptions(),
});

/** The name of that cookie. */
export const passkeyBrowserCookieName = () => cookieName("passkey-browser");

/** The session cookie's name. */
export const sessionCookieName = () => cookieName("session");

/** The session cookie for a session, ready to be set. */
export async function sessionCookie(sid: string) {
  const value = await encode({ token: { sid }, secret: required("secret"), maxAge: seconds });
  return { name: cookieName("session"), value, ...cookieOptions(), maxAge: seconds };
}

/** The cookie that takes the session cookie away. */
export const endedSessionCookie = () => ({
  name: cookieName("session"),
  value: "",
  ...cookieOptions(),
  maxAge: 0,
});

// Not `z.uuid()`: its bits are all random, those too that would name a version.
const sid = z.guid();

/** How `encode` says by what it encrypts: AES-256-GCM with the site's own key. */
const sealing = Buffer.from(JSON.stringify({ alg: "dir", enc: "A256GCM" })).toString("base64url");

/** What a cookie holds that was sealed as ours are: next-auth would also try what says that it was sealed otherwise. */
export async function openSealed(params: JWTDecodeParams): Promise<JWT | null> {
  return params.token?.startsWith(`${sealing}.`) ? decode(params) : null;
}

/** The session id in a sealed cookie, or null when we did not seal it or it is too old. */
export async function sidIn(sealed: string | undefined): Promise<string | null> {
  if (!sealed) return null;
  try {
    const token = await openSealed({ token: sealed, secret: required("secret") });
    return sid.safeParse(token?.sid).data ?? null;
  } catch {
    return null; // forged, damaged, sealed with an older secret, or out of date
  }
}
