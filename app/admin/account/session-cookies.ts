/** Sets and takes the cookies of a person who signs in, in server actions. */
import "server-only";
import { cookies, headers } from "next/headers";
import { clientAddress } from "@/lib/auth/client-address";
import { type KnownBrowserCookie, knownBrowserCookieName } from "@/lib/auth/known-browser";
import {
  endedSessionCookie,
  passkeyBrowserCookieName,
  sessionCookie,
  sessionCookieName,
  sidIn,
} from "@/lib/auth/session-cookie";
import type { Caller } from "@/lib/auth/sign-in";

/** From where the form of this action was sent. */
export async function caller(): Promise<Caller> {
  const [asked, jar] = await Promise.all([headers(), cookies()]);
  return {
    address: clientAddress(asked.get("x-forwarded-for")),
    browserCookie: jar.get(knownBrowserCookieName())?.value,
    userAgent: asked.get("user-agent") ?? undefined,
    sid: (await sidIn(jar.get(sessionCookieName())?.value)) ?? undefined,
  };
}

/** Gives this browser a session, and what proves later that it had one. */
export async function giveSession(sid: string, browserCookie: KnownBrowserCookie): Promise<void> {
  const jar = await cookies();
  jar.set(await sessionCookie(sid));
  jar.set(browserCookie);
}

/** Gives this browser a session; what proves that it had one before stays as it is. */
export async function giveSessionAlone(sid: string): Promise<void> {
  (await cookies()).set(await sessionCookie(sid));
}

/** By what this browser is known where it is to answer a challenge for a passkey before anyone is signed in, or null. */
export async function passkeyBrowser(): Promise<string | null> {
  const value = (await cookies()).get(passkeyBrowserCookieName())?.value ?? "";
  return /^[\w-]{43}$/.test(value) ? value : null;
}

/** Takes the session from this browser; the session's row is another matter. */
export async function takeSession(): Promise<void> {
  (await cookies()).set(endedSessionCookie());
}
