/** Checking of what is typed about an account. */
import { cleanText } from "@/lib/domain/clean-text";
import { type Role, roles } from "./actor";
import { readEmail } from "./email";
import { type PasswordFault, passwordFault } from "./password-rules";

export interface AccountDetails {
  email: string;
  name: string;
  role: Role;
  password: string;
}

export type AccountFault = "email.invalid" | "email.taken" | "name.missing" | "name.long" | "name.control";

/** One thing that is wrong with the details of an account. */
export interface AccountProblem {
  field: keyof AccountDetails;
  code: AccountFault | PasswordFault | "role.unknown";
}

export const nameLength = 120;

/** A name as accounts keep it, or what is wrong with it. */
export function readName(sent: string): { name: string } | { code: AccountFault } {
  const typed = cleanText(sent);
  if (/\p{Cc}/u.test(typed)) return { code: "name.control" };
  const name = typed.normalize("NFC").trim().replace(/\s+/gu, " ");
  if (!name) return { code: "name.missing" };
  return name.length > nameLength ? { code: "name.long" } : { name };
}

/** A role by its name, or null. */
export function readRole(typed: string): Role | null {
  return roles.find((role) => role === typed) ?? null;
}

/** Checks the details of a new account, and says everything that is wrong with them. */
export function readDetails(
  typed: Record<keyof AccountDetails, string>,
): { ok: true; details: AccountDetails } | { ok: false; problems: AccountProblem[] } {
  const holder = readHolder(typed);
  const fault = passwordFault(typed.password, readEmail(typed.email) ?? "");
  if (holder.ok && !fault) return { ok: true, details: { ...holder.details, password: typed.password } };
  const problems = holder.ok ? [] : holder.problems;
  if (fault) problems.push({ field: "password", code: fault });
  return { ok: false, problems };
}

/** Like `readDetails`, of an account whose password is not known yet. */
export function readHolder(
  typed: Record<"email" | "name" | "role", string>,
): { ok: true; details: Omit<AccountDetails, "password"> } | { ok: false; problems: AccountProblem[] } {
  const email = readEmail(typed.email);
  const named = readName(typed.name);
  const role = readRole(typed.role);
  if (email && "name" in named && role) return { ok: true, details: { email, name: named.name, role } };
  const problems: AccountProblem[] = [];
  if (!email) problems.push({ field: "email", code: "email.invalid" });
  if ("code" in named) problems.push({ field: "name", code: named.code });
  if (!role) problems.push({ field: "role", code: "role.unknown" });
  return { ok: false, problems };
}
