/** People for tests that knock on doors directly: each with an account and a session, and no browser. */
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

/** Somebody with an account of their own and a session. */
export interface Member {
  id: string;
  role: RoleName;
  email: string;
  password: string;
  cookie: string;
}

let admin: Promise<string> | undefined;

/** The session of the admin that every run has. */
export function adminCookie(): Promise<string> {
  return (admin ??= cookieOf(site(), people.admin));
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

/** Adds somebody, as an admin does, and signs them in. */
export async function hire(role: RoleName): Promise<Member> {
  const email = `${uniqueWord()}@example.org`;
  const { value } = await callAccount("addPerson", { email, name: `New ${role}`, role }, await adminCookie());
  const { password } = (value as { handOver: { password: string } }).handOver;
  const { id } = await one<{ id: string }>(`SELECT "id" FROM "User" WHERE "email" = $1`, email);
  return { id, role, email, password, cookie: await cookieOf(site(), { email, password }) };
}

/** Closes somebody's account; their browser still has its cookie. */
export async function dismiss(member: Member): Promise<Member> {
  const { version } = await one<{ version: number }>(
    `SELECT "version" FROM "User" WHERE "id" = $1`,
    member.id,
  );
  await callAccount("disable", { id: member.id, version: String(version) }, await adminCookie());
  return member;
}
