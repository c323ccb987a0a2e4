/** Who asks: the actor behind this request, from the database every time. */
import "server-only";
import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { type Ability, type Actor, actorFor, demand, may, noteForbidden } from "./actor";
import { asking } from "./asking";
import { signInPath } from "./desk-path";
import { duePaths } from "./due-step";
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

/**
 * For what concerns only one's own account, which needs a session but no role. A visitor is sent to the sign-in page and
 * back to `path`, and so is who has something left to do before.
 */
export async function requireOwnSession(path = "/admin/account"): Promise<LiveSession> {
  const session = await currentSession();
  return session && session.due === null ? session : toSignIn(path);
}

/**
 * For server actions and route handlers: the actor, who may do this. A visitor is sent to the sign-in page and back
 * to where they were; an action that must not lose what was typed asks `currentActor` first.
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
