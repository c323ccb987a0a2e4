/** Who asks: the actor behind this request, from the database every time. */
import "server-only";
import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { type Ability, type Actor, actorFor, demand, may, noteForbidden } from "./actor";
import { asking } from "./asking";
import { signInPath } from "./desk-path";
import { duePaths } from "./due-step";
import { senderName } from "@/lib/domain/sender";
import { sessionCookieName, sidIn } from "./session-cookie";
import { type LiveSession, liveSession } from "./sessions";

/** The session of this request, or null. Asked of the database once per request. */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const jar = await cookies();
  const sid = await sidIn(jar.get(sessionCookieName())?.value);
  const session = sid ? await liveSession(sid) : null;
  const request = asking();
  if (session && request) request.by = session.user;
  return session;
});

/**
 * Who is signed in, or null. A session that was ended, has expired or is of a disabled account counts for nothing at once,
 * and one whose holder has something left to do before (`due`) stands for no actor yet.
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await currentSession();
  return session && session.due === null ? actorFor(session.user, session) : null;
});

/** Thrown where a form's sender is not signed in any more, or another is: nothing was done, and the form can be sent again. */
export class NotSignedIn extends Error {
  override readonly name = "NotSignedIn";
}

/**
 * Who sent a form of the desk: the actor, if the page of the form was drawn for their account; null where no one is signed in, or
 * another in the same browser. A form that says nothing of it, as one sent without scripts, is anyone's.
 */
export async function senderOf(form: FormData): Promise<Actor | null> {
  return senderWith(accountNamedIn(form));
}

/** The same of what is sent without a form, by the account that is named with it. */
export async function senderWith(account: unknown): Promise<Actor | null> {
  const actor = await currentActor();
  return isNamedOrNone(actor?.id, account) ? actor : null;
}

// A program that calls an action directly may give it anything.
const accountNamedIn = (form: FormData) => (form instanceof FormData ? form.get(senderName) : null);

/** Whether it is this account that is named, or none. */
const isNamedOrNone = (own: string | null | undefined, named: unknown) => (named ?? own) === own;

/** Whether a form was drawn for another account than that of the session with which it is sent. */
export function isFromOther({ user }: LiveSession, form: FormData): boolean {
  return !isNamedOrNone(user.id, accountNamedIn(form));
}

/**
 * For the server actions of forms: the sender, who may do this.
 * @throws {NotSignedIn} where no one is signed in, or not the sender. @throws {Forbidden} for a sender who may not.
 */
export async function requireSender(ability: Ability, form: FormData): Promise<Actor> {
  const actor = await senderOf(form);
  if (!actor) throw new NotSignedIn("the form's sender is not signed in");
  demand(actor, ability);
  return actor;
}

/**
 * For the server actions of forms about one's own account, which need a session but no role: the sender's.
 * @throws {NotSignedIn} where there is none, or its holder has something left to do before that is not in `due`.
 */
export async function requireOwnSender(
  form: FormData,
  due: readonly LiveSession["due"][] = [null],
): Promise<LiveSession> {
  const session = await currentSession();
  if (session && due.includes(session.due) && !isFromOther(session, form)) return session;
  throw new NotSignedIn("the form's sender is not signed in");
}

/**
 * For pages about one's own account, which needs a session but no role. A visitor is sent to the sign-in page and
 * back to `path`, and so is who has something left to do before.
 */
export async function requireOwnSession(path = "/admin/account"): Promise<LiveSession> {
  const session = await currentSession();
  return session && session.due === null ? session : toSignIn(path);
}

/**
 * For route handlers: the actor, who may do this. A visitor is sent to the sign-in page and back to where they were, which
 * would lose what a form holds: its action asks `requireSender`.
 * @throws {Forbidden} for an actor who may not.
 */
export async function requireActor(ability: Ability): Promise<Actor> {
  const actor = (await currentActor()) ?? (await toSignIn());
  demand(actor, ability);
  return actor;
}

/**
 * For pages: the actor, who may see this page at `path`. A visitor is sent to the sign-in page; an actor who may
 * not see it gets the page for that, with status 403.
 */
export async function requireVisitor(ability: Ability, path?: string): Promise<Actor> {
  const actor = (await currentActor()) ?? (await toSignIn(path));
  if (may(actor, ability)) return actor;
  noteForbidden(actor, ability);
  forbidden();
}

async function toSignIn(path?: string): Promise<never> {
  const next = path ?? (await pathAsked());
  const due = (await currentSession())?.due;
  redirect(signInPath(next, due ? duePaths[due] : undefined));
}

/** The path that was asked for: as `server.ts` tells it, or of the page whose form was sent. */
export async function pathAsked(): Promise<string | null> {
  const asked = await headers();
  const isAction = asked.get("next-action") !== null;
  const told = asked.get(isAction ? "referer" : "x-entente-path");
  const page =
    told && URL.canParse(told, "http://desk.invalid") ? new URL(told, "http://desk.invalid") : null;
  if (!page) return null;
  page.searchParams.delete("_rsc"); // Next adds it to requests by its scripts
  return page.pathname + page.search;
}
