import "server-only";
import type { AuthOptions, Session } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { isUnreachable } from "@/lib/database/client";
import { required } from "@/lib/env";
import { clientAddress } from "./client-address";
import { deskPath } from "./desk-path";
import { cookies, isSecure } from "./session-cookie";
import { endSession, liveSession, sessionLength } from "./sessions";
import { signIn, type SignInOutcome } from "./sign-in";

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
 * What next-auth puts in its answer's address when signing in fails: `wrong`, `disabled`, `busy`, `unreachable`,
 * or `throttled-` and the seconds to wait. Nothing else of an error gets there.
 */
async function attempt(credentials: unknown, forwardedFor: unknown): Promise<SignInOutcome> {
  const parsed = typed.safeParse(credentials);
  if (!parsed.success) throw new Error("wrong");
  const address = clientAddress(typeof forwardedFor === "string" ? forwardedFor : null);
  try {
    return await signIn(parsed.data, address);
  } catch (error) {
    if (isUnreachable(error)) throw new Error("unreachable");
    console.error(error); // next-auth would show its message to the caller
    throw new Error("failed");
  }
}

const byPassword = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" } },
  async authorize(credentials, request) {
    const outcome = await attempt(credentials, request.headers?.["x-forwarded-for"]);
    if (outcome.ok) return { id: outcome.user.id, sid: outcome.sid };
    throw new Error(outcome.reason === "throttled" ? `throttled-${outcome.seconds}` : outcome.reason);
  },
});

/**
 * How next-auth works here: the cookie carries a session id and nothing else, and only the session's row and its
 * account in the database say who that is. A function, as the secret is not there while the site is built.
 */
export function authOptions(): AuthOptions {
  const maxAge = sessionLength.most / 1000;
  return {
    secret: required("secret"),
    useSecureCookies: isSecure(),
    cookies: cookies(),
    providers: [byPassword],
    session: { strategy: "jwt", maxAge },
    jwt: { maxAge },
    pages: { signIn: "/admin/sign-in", signOut: "/admin/account", error: "/admin/sign-in" },
    callbacks: {
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
        if (token.sid) await endSession(token.sid);
      },
    },
  };
}
