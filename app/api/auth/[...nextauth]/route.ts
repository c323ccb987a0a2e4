import NextAuth from "next-auth";
import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { knownBrowserCookieName } from "@/lib/auth/known-browser";
import { authOptions } from "@/lib/auth/options";
import { sessionCookieName, sidIn } from "@/lib/auth/session-cookie";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth's own addresses, with options that need the environment and the browser and so are made per request. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const jar = await cookies();
  const options = authOptions({
    headers: request.headers,
    cookie: jar.get(knownBrowserCookieName())?.value,
    sid: (await sidIn(jar.get(sessionCookieName())?.value)) ?? undefined,
    remember: (cookie) => void jar.set(cookie),
  });
  return (await NextAuth(request, context, options)) as Response;
}

export { handler as GET, handler as POST };
