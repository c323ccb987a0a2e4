/** Begins to sign on: the address at the provider, and the cookies that bind its answer to this browser. */
import "server-only";
import type { AuthOptions } from "next-auth";
import { z } from "zod";
import { deskPath } from "../desk-path";
import { sessionLength } from "../sessions";
import { askAuth, type AuthAnswer, type AuthRequest } from "./ask-auth";
import { problemPath, providerId } from "./provider";

/** A provider that is told how old its own sign-in may be (in seconds) has to say in its answer when that was (`auth_time`). */
const askedOf = (anew: boolean): Record<string, string> =>
  anew
    ? { prompt: "login", max_age: "0" }
    : { max_age: String(Math.max(1, Math.floor(sessionLength.max / 1000))) };

const csrfAnswer = z.object({ csrfToken: z.string() });

/**
 * Where a browser goes to sign on, and come back to `next` after. `anew`: also who is signed in there has to prove who they
 * are. next-auth begins by a form alone, whose token it is given here: a form of the sign-in page could not lead to the
 * provider, as the desk's policy lets forms lead to this site only (browsers hold redirects to that, too).
 */
export async function beginSignOn(
  from: Pick<AuthRequest, "headers">,
  { next, anew }: { next: string | null; anew: boolean },
  options: AuthOptions,
): Promise<Pick<AuthAnswer, "setCookies"> & { location: string }> {
  const first = await askAuth({ ...from, method: "GET", path: ["csrf"], cookies: {} }, options);
  const { csrfToken } = csrfAnswer.parse(first.body);
  const { location, setCookies } = await askAuth(
    {
      ...from,
      method: "POST",
      path: ["signin", providerId],
      query: askedOf(anew),
      cookies: Object.fromEntries(first.setCookies.map(nameAndValue)),
      body: { csrfToken, callbackUrl: deskPath(next) },
    },
    options,
  );
  return { location: location ?? problemPath("providerDown"), setCookies };
}

/** Of a `Set-Cookie` header. */
function nameAndValue(header: string): [string, string] {
  const pair = header.split(";", 1)[0]!;
  const at = pair.indexOf("=");
  return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
}
