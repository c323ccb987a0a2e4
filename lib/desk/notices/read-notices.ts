/** What a person was told at the desk, and that they have read it. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { NoticeAbout } from "@/lib/domain/review";
import { within } from "../limits";

export interface ShownNotice {
  id: string;
  about: NoticeAbout;
  byName: string;
  text: string;
  /** How often it was said since it was read last; what is shown is the last time. */
  times: number;
  at: string;
  isUnread: boolean;
  entryId: string;
  kind: KindKey;
  title: string;
}

/** How many are shown: unread ones first, then the newest. */
const shown = 100;
/** More unread ones are not counted one by one. */
export const mostUnread = 99;

/** What the actor was told, unread first, then the newest. The operator, who has no account, is told nothing. */
export async function noticesFor(actor: Actor): Promise<ShownNotice[]> {
  demand(actor, "read");
  const rows = await database().$queryRaw<(Omit<ShownNotice, "at"> & { at: Date })[]>`
    SELECT n."id", n."about", n."byName", n."text", n."times", n."at", n."readAt" IS NULL AS "isUnread", n."entryId", e."kind", e."title"
    FROM "DeskNotice" n JOIN "Entry" e ON e."id" = n."entryId"
    WHERE n."userId" = ${actor.id}::uuid AND ${within(actor)} ORDER BY (n."readAt" IS NULL) DESC, n."at" DESC, n."id" LIMIT ${shown}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** How many notices the actor has not read, up to one more than `mostUnread`; of one record where it is named. */
export async function unreadCount(actor: Actor, entryId?: string): Promise<number> {
  demand(actor, "read");
  const ofEntry = entryId === undefined ? Prisma.empty : Prisma.sql`AND "entryId" = ${entryId}::uuid`;
  const ofSeen =
    actor.limitedTo === null
      ? Prisma.empty
      : Prisma.sql`AND EXISTS (SELECT FROM "Entry" e WHERE e."id" = "DeskNotice"."entryId" AND ${within(actor)})`;
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (
      SELECT FROM "DeskNotice" WHERE "userId" = ${actor.id}::uuid AND "readAt" IS NULL ${ofEntry} ${ofSeen} LIMIT ${mostUnread + 1}
    ) unread`;
  return row?.count ?? 0;
}

/** Notes that the actor has read their notices: all of them, or those of one record. */
export async function markRead(actor: Actor, entryId?: string): Promise<void> {
  demand(actor, "read");
  if (actor.id === null) return;
  await database().deskNotice.updateMany({
    where: { userId: actor.id, readAt: null, ...(entryId !== undefined && { entryId }) },
    data: { readAt: new Date() },
  });
}
