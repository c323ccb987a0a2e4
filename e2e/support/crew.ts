/** People for tests that call the server directly: each with an account and a session, and no browser. */
import { type ActionAnswer, callAction, formOf } from "./call-action";
import { addAccount, closeAccount, type NewAccount, startSession } from "./members";
import { people, type RoleName } from "./people";
import { one } from "./traces";

/** The address of the tests' server. */
export function site(): string {
  const url = process.env.ENTENTE_E2E_URL;
  if (!url) throw new Error("The tests' server is started by Playwright's global setup");
  return url;
}

/** A person with an account of their own and a session. */
export interface Member extends NewAccount {
  cookie: string;
}

const cookies = new Map<RoleName, Promise<string>>();

/** The session of the person with that role that every run has; each worker has one. */
export function cookieOfRole(role: RoleName): Promise<string> {
  const known = cookies.get(role) ?? newSession(people[role]);
  cookies.set(role, known);
  return known;
}

/** The cookie of a new session of the person with that e-mail address. */
export async function newSession({ email }: { email: string }): Promise<string> {
  const { id } = await one<{ id: string }>(`SELECT "id" FROM "User" WHERE "email" = $1`, email);
  return startSession(id);
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
  { name, person }: { name: string; person: string },
  values: Record<string, string | string[]>,
  cookie?: string,
): Promise<ActionAnswer> {
  return callAction({
    site: site(),
    page: `/admin/people/${person}`,
    action: `app/admin/people/actions.ts#${name}`,
    args: [{ outcome: "none" }, formOf(values)],
    cookie,
  });
}

/** Adds a person who has a session. */
export async function hire(role: RoleName): Promise<Member> {
  const account = await addAccount(role);
  return { ...account, cookie: await startSession(account.id) };
}

/** Closes a person's account; their browser still has its cookie. */
export async function dismiss(member: Member): Promise<Member> {
  await closeAccount(member.id);
  return member;
}
