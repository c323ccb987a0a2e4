/** The settings of signing on through another's OpenID Connect provider, as a ministry's own. */
import { z } from "zod";
import { refuse } from "./env-refusal";

const roles = ["viewer", "author", "editor", "admin"] as const;
type Role = (typeof roles)[number];

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankIsUnset, type.optional());
const text = (longest: number) => optional(z.string().trim().min(1).max(longest));

const ownMachine = ["localhost", "127.0.0.1", "[::1]"];

/** Kept letter by letter: what the provider says of itself has to be the same. */
const issuer = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .transform((written, context) => {
    const url = new URL(written);
    if (url.username || url.password || url.search || url.hash)
      return refuse(context, "must be the provider's own address, without a password, a query or a #");
    if (url.protocol === "http:" && !ownMachine.includes(url.hostname))
      return refuse(context, "must begin with https://, as passwords are given there");
    return written;
  });

const scope = z
  .string()
  .regex(
    /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/,
    "must be words divided by single spaces",
  )
  .max(500)
  .refine((words) => words.split(" ").includes("openid"), "must hold the word openid")
  .default("openid email profile");

/** As `desk-editors=editor; desk-admins=admin`: what the claim says, and the role that it gives. */
const roleValues = z
  .string()
  .max(5000)
  .transform((written, context) => {
    const pairs = written.split(";").flatMap((part) => part.trim() || []);
    const read = new Map<string, Role>();
    for (const pair of pairs) {
      const at = pair.lastIndexOf("=");
      const value = pair.slice(0, Math.max(at, 0)).trim();
      const role = roles.find((one) => one === pair.slice(at + 1).trim());
      if (value === "" || !role || read.has(value))
        return refuse(context, `must be pairs like desk-editors=editor; with the roles ${roles.join(", ")}`);
      read.set(value, role);
    }
    return read;
  });

const list = z
  .string()
  .max(1000)
  .default("")
  .transform((written) => written.split(",").flatMap((part) => part.trim() || []));

/** The variables, each checked by itself. */
export const signOnVariables = {
  OIDC_ISSUER: optional(issuer),
  OIDC_CLIENT_ID: text(500),
  OIDC_CLIENT_SECRET: text(2000),
  OIDC_NAME: text(60),
  OIDC_SCOPE: z.preprocess(blankIsUnset, scope),
  OIDC_ALGORITHM: z.preprocess(
    blankIsUnset,
    z
      .enum(["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"])
      .default("RS256"),
  ),
  OIDC_ACCOUNTS: z.preprocess(blankIsUnset, z.enum(["match", "make"]).default("match")),
  OIDC_ADDRESSES: z.preprocess(blankIsUnset, z.enum(["verified", "all"]).default("verified")),
  OIDC_ROLE_CLAIM: text(200),
  OIDC_ROLES: optional(roleValues),
  OIDC_ROLE_ELSE: z.preprocess(blankIsUnset, z.enum(["refuse", "viewer"]).default("refuse")),
  OIDC_SECOND_STEP: list,
  OIDC_SIGN_OUT: z.preprocess(blankIsUnset, z.enum(["there", "back", "off"]).default("there")),
  ENTENTE_PASSWORDS_ONLY_FOR: optional(z.email().max(254).toLowerCase()),
};

type Variables = z.output<z.ZodObject<typeof signOnVariables>>;

/** How people sign on through a provider. */
export interface SignOnSettings {
  /** The provider's own address. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button calls it. */
  name: string;
  scope: string;
  /** By what its tokens are signed. */
  algorithm: string;
  /** Whether who has no account is given one. */
  makesAccounts: boolean;
  /** Whether every e-mail address that it tells is its holder's, also where it does not say so. */
  trustsAddresses: boolean;
  /** The claim that says the role, and the role that each of its values gives; null where roles are given at the desk. */
  roles: { claim: string; values: ReadonlyMap<string, Role> } | null;
  /** The role of who is given none; null: they are not let in. */
  otherRole: "viewer" | null;
  /** What `amr` or `acr` say where its own second step was taken. */
  secondStep: readonly string[];
  /** Whether people are offered to sign out there too, and led back to the desk after, at an address that it knows. */
  signOut: "there" | "back" | "off";
}

/** What is wrong with them taken together, by variable; empty where nothing is. */
export function signOnFaults(v: Variables): [keyof Variables, string][] {
  const faults: [keyof Variables, string][] = [];
  const whole = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
  const further = ["OIDC_NAME", "OIDC_ROLE_CLAIM", "OIDC_ROLES", "ENTENTE_PASSWORDS_ONLY_FOR"] as const;
  const isAsked = [...whole, ...further].some((name) => v[name] !== undefined) || v.OIDC_ACCOUNTS === "make";
  if (isAsked)
    for (const name of whole)
      if (v[name] === undefined)
        faults.push([name, `must be set for signing on through a provider, which takes ${whole.join(", ")}`]);
  if ((v.OIDC_ROLE_CLAIM === undefined) !== (v.OIDC_ROLES === undefined))
    faults.push(["OIDC_ROLES", "is set together with OIDC_ROLE_CLAIM, or neither is"]);
  if (v.OIDC_ACCOUNTS === "make" && v.OIDC_ROLE_CLAIM === undefined && v.OIDC_ROLE_ELSE === "refuse")
    faults.push([
      "OIDC_ACCOUNTS",
      "make needs a role for new accounts: OIDC_ROLE_CLAIM, or OIDC_ROLE_ELSE=viewer",
    ]);
  return faults;
}

/** The settings, or undefined where people sign in by password alone. */
export function signOnSettings(v: Variables): SignOnSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = v;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return {
    ...{ issuer, clientId, clientSecret, scope: v.OIDC_SCOPE, algorithm: v.OIDC_ALGORITHM },
    name: v.OIDC_NAME ?? new URL(issuer).hostname,
    makesAccounts: v.OIDC_ACCOUNTS === "make",
    trustsAddresses: v.OIDC_ADDRESSES === "all",
    roles:
      v.OIDC_ROLE_CLAIM !== undefined && v.OIDC_ROLES
        ? { claim: v.OIDC_ROLE_CLAIM, values: v.OIDC_ROLES }
        : null,
    otherRole: v.OIDC_ROLE_ELSE === "viewer" ? "viewer" : null,
    secondStep: v.OIDC_SECOND_STEP,
    signOut: v.OIDC_SIGN_OUT,
  };
}
