import NextAuth from "next-auth";
import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { knownBrowserCookieName } from "@/lib/auth/known-browser";
import { authOptions } from "@/lib/auth/options";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** next-auth's own addresses, with options that need the environment and the browser and so are made per request. */
async function handler(request: NextRequest, context: Context): Promise<Response> {
  const jar = await cookies();
  const options = authOptions({
    cookie: jar.get(knownBrowserCookieName())?.value,
    remember: (cookie) => void jar.set(cookie),
  });
  return (await NextAuth(request, context, options)) as Response;
}

export { handler as GET, handler as POST };
