/** Session rows: while one stands, its holder is signed in; without it, no cookie is worth anything. */
import "server-only";
import { randomUUID } from "node:crypto";
import { database, type Transaction } from "@/lib/database/client";

const minute = 60_000;
const hour = 60 * minute;

/** How long a session lasts: unused, and at most. */
export const sessionLength = { idle: 12 * hour, max: 7 * 24 * hour } as const;

// Prolonging at every request would make every read a write.
const grain = 15 * minute;

/** A session with the account it stands for. */
export interface LiveSession {
  id: string;
  user: { id: string; email: string; name: string; role: string; version: number };
}

/** One of a person's sessions, for the list they see. */
export interface SessionSummary {
  id: string;
  startedAt: Date;
  /** When it was last used, to a quarter of an hour. */
  usedAt: Date;
}

/** Starts a session and returns its id; deletes the ones that have ended. */
export async function startSession(db: Transaction, userId: string, now = new Date()): Promise<string> {
  // Rows that another sign-in is deleting are left to it: waiting for each other could lock both.
  await db.$executeRaw`
    DELETE FROM "Session" WHERE "id" IN (
      SELECT "id" FROM "Session" WHERE "expiresAt" <= ${now} LIMIT 1000 FOR UPDATE SKIP LOCKED)`;
  const id = randomUUID(); // all 122 bits random, unlike the time-ordered ids of records
  const expiresAt = new Date(now.getTime() + sessionLength.idle);
  await db.session.create({ data: { id, userId, createdAt: now, expiresAt } });
  return id;
}

/** The session of that id if it stands and its account is not disabled, else null. Prolongs it. */
export async function liveSession(id: string, now = new Date()): Promise<LiveSession | null> {
  const session = await database().session.findFirst({
    where: { id, expiresAt: { gt: now }, user: { disabledAt: null } },
    select: {
      id: true,
      createdAt: true,
      expiresAt: true,
      user: { select: { id: true, email: true, name: true, role: true, version: true } },
    },
  });
  if (!session) return null;
  const last = session.createdAt.getTime() + sessionLength.max;
  const until = Math.min(now.getTime() + sessionLength.idle, last);
  if (until - session.expiresAt.getTime() > grain) {
    await database().session.updateMany({ where: { id }, data: { expiresAt: new Date(until) } });
  }
  return { id: session.id, user: session.user };
}

/** A person's standing sessions, the newest first. */
export async function sessionsOf(userId: string, now = new Date()): Promise<SessionSummary[]> {
  const rows = await database().session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: { id: true, createdAt: true, expiresAt: true },
  });
  return rows.map(({ id, createdAt, expiresAt }) => {
    const used = Math.max(createdAt.getTime(), expiresAt.getTime() - sessionLength.idle);
    return { id, startedAt: createdAt, usedAt: new Date(used) };
  });
}

/** Ends one session. Ending one that has ended already does nothing. */
export async function endSession(id: string): Promise<void> {
  await database().session.deleteMany({ where: { id } });
}

/** Ends one session, if it is that person's. */
export async function endOwnSession(userId: string, id: string): Promise<void> {
  await database().session.deleteMany({ where: { id, userId } });
}

/** Ends all of a person's sessions but the one given. */
export async function endOtherSessions({ id, user }: LiveSession): Promise<void> {
  await database().session.deleteMany({ where: { userId: user.id, id: { not: id } } });
}

/** Ends all of a person's sessions, in the transaction of what makes them void. */
export async function endSessionsOf(tx: Transaction, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
}
