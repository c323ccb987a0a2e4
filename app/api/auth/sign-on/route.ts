import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/options";
import { signInPath } from "@/lib/auth/desk-path";
import { beginSignOn } from "@/lib/auth/sign-on/begin";
import { env } from "@/lib/env";

/**
 * Leads to the provider of single sign-on, and from there back to the page of the desk that `next` names. A plain link leads
 * here; a page of another site may not, or it could sign its reader on unasked.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const { searchParams } = request.nextUrl;
  const next = searchParams.get("next");
  const site = request.headers.get("sec-fetch-site");
  const isForeign = site !== null && site !== "same-origin" && site !== "none";
  if (!env().signOn || isForeign) return leadingTo(signInPath(next));
  const headers = Object.fromEntries(request.headers);
  const options = authOptions({ cookie: undefined, remember: () => undefined });
  const { location, setCookies } = await beginSignOn(
    { headers },
    { next, anew: searchParams.has("anew") },
    options,
  );
  return leadingTo(location, setCookies);
}

function leadingTo(location: string, setCookies: string[] = []): Response {
  const headers = new Headers({ location, "cache-control": "no-store" });
  for (const cookie of setCookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
