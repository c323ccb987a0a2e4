/** Session rows: while one stands, its holder is signed in; without it, no cookie is worth anything. */
import "server-only";
import { randomBytes } from "node:crypto";
import { database, type Transaction } from "@/lib/database/client";
import { env } from "@/lib/env";
import type { SessionPlace } from "./device";
import { type AccountLimits, actorColumns } from "./actor";
import { type DueStep, dueStep } from "./due-step";
import { mayUsePassword } from "./may-use-password";

const minute = 60_000;

/** How long a session lasts, in milliseconds, as the settings say: unused, and at most. */
export const sessionLength = {
  get idle(): number {
    return env().session.idle;
  },
  get max(): number {
    return env().session.max;
  },
  /** For so long after signing in, or saying the password again, its holder may change accounts. */
  get confirmed(): number {
    return env().session.confirmed;
  },
};

// Prolonging at every request would make every read a write.
const grain = () => Math.min(15 * minute, sessionLength.idle / 8);

/** By what a session is begun: the account's password, a passkey alone, or what the provider of single sign-on says. */
export type SessionBeginning = "password" | "passkey" | "provider";

/** Which second steps an account has. */
export interface SecondSteps {
  /** An app that shows codes. */
  app: boolean;
  passkey: boolean;
}

/** A session with the account it stands for. */
export interface LiveSession {
  id: string;
  user: { id: string; email: string; name: string; role: string; version: number } & AccountLimits;
  /** Whether it was begun with the second step. */
  isSecondStep: boolean;
  /** By what it was begun. */
  begunBy: SessionBeginning;
  secondSteps: SecondSteps;
  /** When its holder last proved who they are, by signing in or by saying the password again; and whether that was just now. */
  confirmedAt: Date;
  isConfirmed: boolean;
  /** What its holder has to do before the session is worth anything else; null where nothing is left to do. */
  due: DueStep | null;
}

/** One of a person's sessions, for the list they see. */
export interface SessionSummary extends SessionPlace {
  id: string;
  startedAt: Date;
  /** When it was last used, to a quarter of an hour. */
  usedAt: Date;
}

const nowhere: SessionPlace = { network: "", browser: "", system: "" };

/**
 * Starts a session and returns its id; deletes the ones that have ended and, where the settings say how many an account may
 * have at once, those of this one that were not used for longest. Of an account with a second step, the sessions that were
 * begun without it are counted by themselves: who knows no more than the password ends none of its holder's.
 */
export async function startSession(
  db: Transaction,
  userId: string,
  place: SessionPlace = nowhere,
  {
    isSecondStep = false,
    begunBy = "password",
    now = new Date(),
    confirmedAt = now,
  }: { isSecondStep?: boolean; begunBy?: SessionBeginning; now?: Date; confirmedAt?: Date } = {},
): Promise<string> {
  // Rows that another sign-in is deleting are left to it: waiting for each other could lock both.
  await db.$executeRaw`
    DELETE FROM "Session" WHERE "id" IN (
      SELECT "id" FROM "Session" WHERE "expiresAt" <= ${now} LIMIT 1000 FOR UPDATE SKIP LOCKED)`;
  const most = env().sessionsAtOnce;
  if (most !== undefined) await endOldest(db, { userId, isSecondStep }, most - 1);
  const id = newSessionId();
  const expiresAt = new Date(now.getTime() + Math.min(sessionLength.idle, sessionLength.max));
  await db.session.create({
    data: {
      ...{ id, userId, createdAt: now, usedAt: now, confirmedAt, expiresAt },
      ...{ isSecondStep, begunBy, ...place },
    },
  });
  return id;
}

/** 128 random bits, written as a UUID is: its column keeps any. */
function newSessionId(): string {
  return randomBytes(16)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Leaves an account so many sessions of the kind that begins, the last used. Of sign-ins that come at once, each waits for the one before. */
async function endOldest(
  db: Transaction,
  { userId, isSecondStep }: { userId: string; isSecondStep: boolean },
  left: number,
): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sessions of ${userId}`}, 0))`;
  await db.$executeRaw`
    DELETE FROM "Session" WHERE "id" IN (
      SELECT s."id" FROM "Session" s JOIN "User" u ON u."id" = s."userId"
      WHERE u."id" = ${userId}::uuid AND (
        u."secondStep" IS NULL AND NOT EXISTS (SELECT FROM "Passkey" p WHERE p."userId" = u."id")
        OR s."isSecondStep" = ${isSecondStep})
      ORDER BY s."usedAt" DESC, s."createdAt" DESC OFFSET ${left}::int)`;
}

/** The session of that id if it stands, its account is not disabled and what it was begun by still lets in, else null. Prolongs it. */
export async function liveSession(id: string, now = new Date()): Promise<LiveSession | null> {
  const [begun, used] = [sessionLength.max, sessionLength.idle].map((long) => new Date(now.getTime() - long));
  const session = await database().session.findFirst({
    where: {
      id,
      expiresAt: { gt: now },
      // Also where the settings have become shorter since it began.
      createdAt: { gt: begun },
      usedAt: { gt: used },
      user: { disabledAt: null },
      OR: [
        { begunBy: { not: "password" } },
        { user: { passwordLapsesAt: null } },
        { user: { passwordLapsesAt: { gt: now } } },
      ],
    },
    select: {
      id: true,
      createdAt: true,
      expiresAt: true,
      isSecondStep: true,
      begunBy: true,
      confirmedAt: true,
      user: {
        select: {
          ...{ ...actorColumns, email: true, version: true },
          ...{ passwordLapsesAt: true, secondStep: true, _count: { select: { passkeys: true } } },
        },
      },
    },
  });
  if (!session || !isLetIn(session)) return null;
  const last = session.createdAt.getTime() + sessionLength.max;
  const until = Math.min(now.getTime() + sessionLength.idle, last);
  if (until - session.expiresAt.getTime() > grain()) {
    const data = { expiresAt: new Date(until), usedAt: now };
    await database().session.updateMany({ where: { id }, data });
  }
  const { passwordLapsesAt, secondStep, _count, ...user } = session.user;
  const secondSteps = { app: secondStep !== null, passkey: _count.passkeys > 0 };
  const begunBy = readBeginning(session.begunBy);
  const due = dueStep({
    passwordLapsesAt,
    ...{ hasSecondStep: secondSteps.app || secondSteps.passkey, gaveCode: session.isSecondStep },
    byPassword: begunBy === "password",
    needsSecondStep: !mayGoWithout(user.role),
  });
  const { isSecondStep, confirmedAt } = session;
  const isConfirmed = now.getTime() - confirmedAt.getTime() < sessionLength.confirmed;
  return { id: session.id, user, isSecondStep, begunBy, secondSteps, confirmedAt, isConfirmed, due };
}

/** Whether a session's beginning is one that still lets in: where passwords are switched off, neither they nor passkeys alone do. */
function isLetIn({ begunBy, user }: { begunBy: string; user: { email: string; role: string } }): boolean {
  return begunBy === "provider" || mayUsePassword(user);
}

/** A beginning as the row says it. Throws for one that the database should not have let in. */
function readBeginning(begunBy: string): SessionBeginning {
  if (begunBy === "password" || begunBy === "passkey" || begunBy === "provider") return begunBy;
  throw new Error(`No such beginning of a session: ${begunBy}`);
}

/** Whether the settings let an account of this role sign in by its password alone. */
export function mayGoWithout(role: string): boolean {
  return !env().twoSteps.some((one) => one === role);
}

/** A person's standing sessions, the newest first. */
export async function sessionsOf(userId: string, now = new Date()): Promise<SessionSummary[]> {
  const rows = await database().session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: {
      ...{ id: true, createdAt: true, usedAt: true, network: true, browser: true, system: true },
      ...{ begunBy: true, user: { select: { email: true, role: true } } },
    },
  });
  return rows
    .filter(isLetIn)
    .map(({ createdAt, begunBy: _begunBy, user: _user, ...row }) => ({ ...row, startedAt: createdAt }));
}

/** Ends one session. Ending one that has ended already does nothing. */
export async function endSession(id: string): Promise<void> {
  await database().session.deleteMany({ where: { id } });
}

/** Ends all of a person's sessions, in the transaction of what makes them void. */
export async function endSessionsOf(tx: Transaction, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
}
