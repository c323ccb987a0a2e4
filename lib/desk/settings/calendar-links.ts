/** Private addresses of a dossier's calendar: who has one reads the calendar without signing in, until it is revoked. */
import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database } from "@/lib/database/client";
import { isBeyond, stillWithin } from "../limits";

/** An address as it is listed: what it leads to is shown once, when it is made. */
export interface CalendarLink {
  id: string;
  madeByName: string;
  madeAt: string;
}

/** More addresses of one dossier than that are not made. */
const most = 50;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

export type CalendarLinkOutcome =
  /** The secret part of the address. */
  | { ok: true; token: string }
  /** An actor who signed in long ago has to prove anew who they are; else there are too many, or no such dossier. */
  | { ok: false; reason: "unconfirmed" | "none" };

/** Makes a private address of a dossier's calendar, which opens while the dossier is on the site. @throws {Forbidden} */
export async function makeCalendarLink(actor: Actor, dossierId: string): Promise<CalendarLinkOutcome> {
  demand(actor, "write");
  if (!actor.isConfirmed) return { ok: false, reason: "unconfirmed" };
  // In small letters, as all addresses are.
  const token = randomBytes(32).toString("hex");
  return database().$transaction(async (tx) => {
    const made = await tx.$executeRaw`
      INSERT INTO "CalendarLink" ("id", "dossierId", "tokenHash", "madeById", "madeByName")
      SELECT ${uuidv7()}::uuid, e."id", ${hashOf(token)}, ${actor.id}::uuid, ${actor.name} FROM "Entry" e
      WHERE e."id" = ${dossierId}::uuid AND e."kind" = 'dossier' AND e."state" <> 'trashed' AND ${stillWithin(actor)}
        AND (SELECT count(*) FROM "CalendarLink" WHERE "dossierId" = ${dossierId}::uuid) < ${most}`;
    if (made !== 1) return { ok: false, reason: "none" };
    await noteAct(tx, actor, { action: "calendar.make", subject: dossierId });
    return { ok: true, token };
  });
}

/** The private addresses of a dossier's calendar, the newest first. */
export async function calendarLinks(actor: Actor, dossierId: string): Promise<CalendarLink[]> {
  demand(actor, "read");
  const rows = await database().calendarLink.findMany({
    where: { dossierId, ...(actor.limitedTo && { AND: { dossierId: { in: [...actor.limitedTo] } } }) },
    select: { id: true, madeByName: true, madeAt: true },
    orderBy: { madeAt: "desc" },
  });
  return rows.map(({ madeAt, ...row }) => ({ ...row, madeAt: madeAt.toISOString() }));
}

/** Revokes a private address; one that is gone already stays so. */
export async function revokeCalendarLink(actor: Actor, id: string): Promise<void> {
  demand(actor, "write");
  await database().$transaction(async (tx) => {
    const [revoked] = await tx.$queryRaw<{ dossierId: string }[]>`
      DELETE FROM "CalendarLink" l USING "Entry" e
      WHERE l."id" = ${id}::uuid AND e."id" = l."dossierId" AND ${stillWithin(actor)} RETURNING l."dossierId"`;
    if (revoked) await noteAct(tx, actor, { action: "calendar.revoke", subject: revoked.dossierId });
  });
}

/**
 * The dossier whose calendar a secret opens, as readers see it; null where it opens none, the dossier is not on the site, or who made
 * the address is limited to others: also by limits that hold again, as of an account that was an admin's meanwhile.
 */
export async function dossierOfCalendar(token: string): Promise<{ id: string; title: string } | null> {
  if (!/^[0-9a-f]{64}$/.test(token)) return null;
  const [dossier] = await database().$queryRaw<{ id: string; title: string }[]>`
    SELECT r."id", r."title" FROM "CalendarLink" l JOIN "Record" r ON r."id" = l."dossierId"
    JOIN "Entry" e ON e."id" = l."dossierId"
    WHERE l."tokenHash" = ${hashOf(token)}
      AND NOT EXISTS (SELECT FROM "User" u WHERE u."id" = l."madeById" AND ${isBeyond("u", "e")})`;
  return dossier ?? null;
}
