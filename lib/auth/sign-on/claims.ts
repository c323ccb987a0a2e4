/** What a provider says of a person, read by the settings. */
import type { SignOnSettings } from "@/lib/env-sign-on";
import { roles, type Role } from "../actor";
import { readEmail } from "../email";

/** What the provider's token and its answer about the person hold, as it came. */
export type Claims = Readonly<Record<string, unknown>>;

/** A person as a provider names them. */
export interface SignedOn {
  /** By this alone an account is found again: addresses and names change hands. */
  issuer: string;
  subject: string;
  /** As accounts keep it; null where it tells none, or none that is known to be its holder's. */
  email: string | null;
  name: string;
  /** The role that it gives; null: none that lets in; undefined: roles are given at the desk. */
  role: Role | null | undefined;
  /** Whether they took a second step there. */
  isSecondStep: boolean;
  /** When they proved who they are there, where it says so. */
  provedAt: Date | null;
}

const longestName = 120;

/** Reads claims. Null where they name no one, or not by the provider that is set. */
export function readClaims(claims: Claims, settings: SignOnSettings): SignedOn | null {
  const { iss, sub, email, email_verified: isVerified, name, auth_time: provedAt } = claims;
  if (iss !== settings.issuer || typeof sub !== "string" || sub === "" || sub.length > 255) return null;
  const isHolders = settings.trustsAddresses || isVerified === true || isVerified === "true";
  const address = isHolders && typeof email === "string" ? readEmail(email) : null;
  return {
    ...{ issuer: iss, subject: sub, email: address, name: readName(name, address) },
    role: settings.roles ? (roleOf(claims, settings.roles) ?? settings.otherRole) : undefined,
    isSecondStep: saysSecondStep(claims, settings.secondStep),
    provedAt:
      typeof provedAt === "number" && Number.isSafeInteger(provedAt) ? new Date(provedAt * 1000) : null,
  };
}

function readName(claimed: unknown, email: string | null): string {
  const written = typeof claimed === "string" ? claimed.replace(/\p{C}/gu, "").trim() : "";
  return (written || (email?.split("@")[0] ?? "")).slice(0, longestName).trim();
}

/** The highest role that any value of the claim gives. */
function roleOf(claims: Claims, { claim, values }: NonNullable<SignOnSettings["roles"]>): Role | null {
  const given = textsOf(valueAt(claims, claim)).map((one) => values.get(one));
  return roles.findLast((role) => given.includes(role)) ?? null;
}

/** The value of a claim by its name or, where there is none of that name, by a path as `realm_access.roles`. */
function valueAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path.split(".").reduce<unknown>((value, part) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    return (value as Claims)[part];
  }, claims);
}

function saysSecondStep({ amr, acr }: Claims, counted: readonly string[]): boolean {
  return [...textsOf(amr), ...textsOf(acr)].some((one) => counted.includes(one));
}

/** No token holds more values that we would look at. */
const mostValues = 1000;

function textsOf(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value.slice(0, mostValues) : [value];
  return all.filter((one) => typeof one === "string");
}
