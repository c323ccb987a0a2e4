/** People for tests that call the server directly: each with an account and a session, and no browser. */
import { randomUUID } from "node:crypto";
import { type ActionAnswer, callAction, cookieOf, formOf } from "./call-action";
import { people, type RoleName } from "./people";
import { one } from "./traces";

/** The address of the tests' server. */
export function site(): string {
  const url = process.env.ENTENTE_E2E_URL;
  if (!url) throw new Error("The tests' server is started by Playwright's global setup");
  return url;
}

/** A word that nothing else of the run holds, and that no other word is like. */
export const uniqueWord = () => `q${randomUUID().replaceAll("-", "").slice(0, 14)}z`;

/** A person with an account of their own and a session. */
export interface Member {
  id: string;
  role: RoleName;
  name: string;
  email: string;
  password: string;
  cookie: string;
}

const cookies = new Map<RoleName, Promise<string>>();

/** The session of the person with that role that every run has; each worker signs them in once. */
export function cookieOfRole(role: RoleName): Promise<string> {
  const known = cookies.get(role) ?? cookieOf(site(), people[role]);
  cookies.set(role, known);
  return known;
}

/** The session of the admin that every run has. */
export const adminCookie = () => cookieOfRole("admin");

/** A session's cookies, as a browser is given them: scripts cannot read them. */
export function sessionCookies(cookie: string) {
  return cookie.split("; ").map((one) => {
    const [name = "", ...value] = one.split("=");
    return { name, value: value.join("="), url: site(), httpOnly: true, sameSite: "Lax" as const };
  });
}

/** The first dossier, and its source, by their ids. */
export async function firstDossier(): Promise<{ dossierId: string; source: string }> {
  const idOf = (kind: string) =>
    one<{ id: string }>(
      `SELECT "id" FROM "Record" WHERE "kind" = $1 AND "slug" LIKE 'kazakhstan-mexico%' AND "title" LIKE 'Kazakhstan–Mexico%'`,
      kind,
    );
  const [dossier, source] = await Promise.all([idOf("dossier"), idOf("source")]);
  return { dossierId: dossier.id, source: source.id };
}

/** Calls one of an account's forms. */
export function callAccount(
  name: string,
  values: Record<string, string | string[]>,
  cookie?: string,
): Promise<ActionAnswer> {
  return callAction({
    site: site(),
    page: "/admin/people",
    action: `app/admin/people/actions.ts#${name}`,
    args: [{ outcome: "none" }, formOf(values)],
    cookie,
  });
}

/** Adds a person, as an admin does. */
export async function appoint(role: RoleName): Promise<Omit<Member, "cookie">> {
  const word = uniqueWord();
  const [email, name] = [`${word}@example.org`, `New ${role} ${word}`];
  const { value } = await callAccount("addPerson", { email, name, role }, await adminCookie());
  const { password } = (value as { handOver: { password: string } }).handOver;
  const { id } = await one<{ id: string }>(`SELECT "id" FROM "User" WHERE "email" = $1`, email);
  return { id, role, name, email, password };
}

/** Adds a person, as an admin does, and signs them in. */
export async function hire(role: RoleName): Promise<Member> {
  const member = await appoint(role);
  return { ...member, cookie: await cookieOf(site(), member) };
}

/** Closes a person's account; their browser still has its cookie. */
export async function dismiss(member: Member): Promise<Member> {
  const { version } = await one<{ version: number }>(
    `SELECT "version" FROM "User" WHERE "id" = $1`,
    member.id,
  );
  await callAccount("disable", { id: member.id, version: String(version) }, await adminCookie());
  return member;
}
