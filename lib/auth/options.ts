import "server-only";
import type { AuthOptions, Session } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { isUnreachable } from "@/lib/database/failures";
import { env, required } from "@/lib/env";
import { clientAddress } from "./client-address";
import { deskPath } from "./desk-path";
import { signOutOf } from "./end-sessions";
import type { KnownBrowserCookie } from "./known-browser";
import { cookies, isSecure, openSealed } from "./session-cookie";
import { endSession, liveSession, sessionLength } from "./sessions";
import { type Caller, signIn, type SignInOutcome } from "./sign-in";
import { signOnLogger } from "./sign-on/problems-log";
import { letInByProvider, providerId, signOnProvider } from "./sign-on/provider";

declare module "next-auth" {
  interface User {
    sid: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}

const typed = z.object({ email: z.string().max(1000), password: z.string().max(10_000) });

/**
 * What next-auth puts in its answer's address when signing in fails: `wrong`, `disabled`, `lapsed`, `busy`,
 * `unreachable`, `elsewhere` where signing in takes more than a password, or `throttled-` and the seconds to wait. Nothing else of an error gets there.
 */
async function attempt(credentials: unknown, caller: Caller): Promise<SignInOutcome> {
  const parsed = typed.safeParse(credentials);
  if (!parsed.success) throw new Error("wrong");
  try {
    return await signIn(parsed.data, caller);
  } catch (error) {
    if (isUnreachable(error)) throw new Error("unreachable");
    console.error(error); // next-auth would show its message to the caller
    throw new Error("failed");
  }
}

/** The browser that a request to next-auth comes from: how it proves earlier sign-ins, and how it is given the next proof. */
export interface AskingBrowser {
  /** What it says of itself, and from where it asks. */
  headers?: Headers | undefined;
  cookie: string | undefined;
  /** The session that it has. */
  sid?: string | undefined;
  remember(cookie: KnownBrowserCookie): void;
}

const byPassword = (browser: AskingBrowser) =>
  Credentials({
    credentials: { email: { type: "email" }, password: { type: "password" } },
    async authorize(credentials, request) {
      const forwardedFor: unknown = request.headers?.["x-forwarded-for"];
      const address = clientAddress(typeof forwardedFor === "string" ? forwardedFor : null);
      const userAgent: unknown = request.headers?.["user-agent"];
      const outcome = await attempt(credentials, {
        address,
        browserCookie: browser.cookie,
        userAgent: typeof userAgent === "string" ? userAgent : undefined,
        sid: browser.sid,
      });
      if (!outcome.ok) {
        if (outcome.reason === "elsewhereOnly") throw new Error("elsewhere");
        throw new Error(outcome.reason === "throttled" ? `throttled-${outcome.seconds}` : outcome.reason);
      }
      if (outcome.due) {
        // What is left to do has a page; the dialog over a form has no room for it.
        await endSession(outcome.sid);
        throw new Error("elsewhere");
      }
      browser.remember(outcome.browserCookie);
      return { id: outcome.user.id, sid: outcome.sid };
    },
  });

/** From where someone comes whom the provider of single sign-on names. */
function callerOf({ headers, sid }: AskingBrowser): Caller {
  const address = clientAddress(headers?.get("x-forwarded-for"));
  return { address, userAgent: headers?.get("user-agent") ?? undefined, sid };
}

/**
 * How next-auth works here: the cookie carries a session id and nothing else, and only the session's row and its
 * account in the database say who that is. A function, as the secret is not there while the site is built.
 */
export function authOptions(browser: AskingBrowser): AuthOptions {
  const maxAge = sessionLength.max / 1000;
  const { signOn } = env();
  return {
    secret: required("secret"),
    useSecureCookies: isSecure(),
    cookies: cookies(),
    providers: [byPassword(browser), ...(signOn ? [signOnProvider(signOn)] : [])],
    logger: signOnLogger,
    session: { strategy: "jwt", maxAge },
    jwt: { maxAge, decode: openSealed },
    pages: { signIn: "/admin/sign-in", signOut: "/admin/account", error: "/admin/sign-in" },
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== providerId) return true;
        const outcome = await letInByProvider({ ...profile }, callerOf(browser));
        if ("leadsTo" in outcome) return outcome.leadsTo;
        user.sid = outcome.sid;
        return true;
      },
      jwt: ({ token, user }) => ({ sid: user ? user.sid : token.sid }),
      async session({ session, token }): Promise<Session> {
        const live = token.sid ? await liveSession(token.sid) : null;
        return { expires: session.expires, ...(live ? { user: { name: live.user.name } } : {}) };
      },
      redirect: ({ url, baseUrl }) =>
        deskPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
    },
    events: {
      async signOut({ token }) {
        const live = token.sid ? await liveSession(token.sid) : null;
        if (live) await signOutOf(live);
      },
    },
  };
}
