/** The provider of single sign-on, as next-auth is told of it. */
import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { TokenSet } from "openid-client";
import type { SignOnSettings } from "@/lib/env-sign-on";
import { isUnreachable } from "@/lib/database/failures";
import { env } from "@/lib/env";
import type { Caller } from "../sign-in";
import { type Claims, readClaims } from "./claims";
import { signOn, type SignOnRefusal } from "./sign-on";

/** What next-auth calls it, in its addresses too. */
export const providerId = "sign-on";

/** How long the provider may take for one answer, in milliseconds. */
const patience = 5000;

/** Why the sign-in page says that signing on did not work. */
export type SignOnProblem =
  | SignOnRefusal
  /** The provider does not answer, or says of itself what cannot be. */
  | "providerDown"
  /** What came from it was not meant for this browser, is too old, was used already or is not its own. */
  | "providerAnswer"
  /** The provider did not let them on. */
  | "providerRefused"
  | "unreachable"
  | "failed";

const problems = {
  ...{ disabled: true, unmatched: true, unverified: true, noRole: true, lastAdmin: true, busy: true },
  ...{ providerDown: true, providerAnswer: true, providerRefused: true, unreachable: true, failed: true },
} satisfies Record<SignOnProblem, true>;

/** What next-auth itself calls those that it finds. */
const theirs: Record<string, SignOnProblem> = {
  ...{ OAuthSignin: "providerDown", OAuthCallback: "providerAnswer", Callback: "providerRefused" },
};

/** The problem that the address of the sign-in page names; null for what is none of signing on. */
export function readSignOnProblem(named: unknown): SignOnProblem | null {
  if (typeof named !== "string") return null;
  if (Object.hasOwn(problems, named)) return named as SignOnProblem;
  return Object.hasOwn(theirs, named) ? theirs[named]! : null;
}

/**
 * The provider by its settings. All that binds an answer to this browser and to this one try is checked: PKCE, `state`,
 * `nonce`, and of the token its signature, issuer, audience and times.
 */
export function signOnProvider(settings: SignOnSettings): OAuthConfig<Claims> {
  const { issuer, clientId, clientSecret, scope, algorithm, name } = settings;
  return {
    ...{ id: providerId, name, type: "oauth", clientId, clientSecret },
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    client: { id_token_signed_response_alg: algorithm },
    httpOptions: { timeout: patience },
    // Some providers tell more of a person there than in the token, whose word counts where both say something.
    userinfo: {
      async request({ client, tokens: given }) {
        const tokens = given as TokenSet; // as `client.callback` returns it; next-auth's type says less
        const claims = tokens.claims();
        if (client.issuer.metadata.userinfo_endpoint === undefined) return { ...claims };
        // Refused where it is about another person than the token.
        return { ...(await client.userinfo(tokens)), ...claims };
      },
    },
    // What next-auth asks for; the account is found by `signIn`, which sees the claims.
    profile: (claims) => ({ id: String(claims.sub), sid: "" }),
  };
}

/** Lets in whom the provider names. Returns the session's id, or the path that says why not. */
export async function letInByProvider(
  claims: Claims,
  caller: Caller,
): Promise<{ sid: string } | { leadsTo: string }> {
  const settings = env().signOn;
  const person = settings && readClaims(claims, settings);
  if (!person) return { leadsTo: problemPath("providerAnswer") };
  try {
    const outcome = await signOn(person, caller);
    return outcome.ok ? { sid: outcome.sid } : { leadsTo: problemPath(outcome.reason) };
  } catch (error) {
    if (isUnreachable(error)) return { leadsTo: problemPath("unreachable") };
    console.error(error); // next-auth would show its message to the caller
    return { leadsTo: problemPath("failed") };
  }
}

/** The sign-in page, which says what the problem is. */
export function problemPath(problem: SignOnProblem): string {
  return `/admin/sign-in?error=${problem}`;
}
