/** What waits for review, and what came back, as the desk shows it. */
import "server-only";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { countUpTo } from "@/lib/database/count-up-to";
import { Prisma } from "@/lib/database/generated/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { within } from "../limits";
import { titleOf } from "../read/entry-row";

/** A review that waits, or was returned and nothing has come after it. */
export interface OpenReview {
  id: string;
  version: number;
  state: "waiting" | "returned";
  note: string;
  answer: string;
  madeAt: string;
  madeByName: string;
  /** The reader submitted it. */
  isOwn: boolean;
  /** The record was written since: it can be returned, or submitted anew, but not accepted. */
  isOutdated: boolean;
  settledAt: string | null;
  settledByName: string | null;
}

type OpenRow = Omit<OpenReview, "madeAt" | "settledAt"> & { madeAt: Date; settledAt: Date | null };

/** The review that a record's page tells of; null where none waits, and none was returned since it was published last. */
export async function reviewOf(actor: Actor, entryId: string): Promise<OpenReview | null> {
  demand(actor, "read");
  const [row] = await database().$queryRaw<OpenRow[]>`
    SELECT r."id", r."version", r."state", r."note", r."answer", r."madeAt", r."madeByName", r."settledAt", r."settledByName",
      r."madeById" IS NOT DISTINCT FROM ${actor.id}::uuid AS "isOwn", r."entryVersion" <> e."version" AS "isOutdated"
    FROM (SELECT * FROM "Review" WHERE "entryId" = ${entryId}::uuid ORDER BY "madeAt" DESC, "id" DESC LIMIT 1) r
    JOIN "Entry" e ON e."id" = r."entryId"
    WHERE ${isOpen} AND ${within(actor)}`;
  return (
    (row && { ...row, madeAt: row.madeAt.toISOString(), settledAt: row.settledAt?.toISOString() ?? null }) ??
    null
  );
}

/** Of a record's latest review `r`, whether it is still told of. */
const isOpen = Prisma.sql`(r."state" = 'waiting' OR (r."state" = 'returned'
  AND (e."lastPublishedAt" IS NULL OR e."lastPublishedAt" < r."settledAt")))`;

/** One line of the queue. */
export interface QueuedReview {
  id: string;
  entryId: string;
  kind: KindKey;
  title: string;
  dossier: { id: string; title: string } | null;
  note: string;
  madeAt: string;
  madeByName: string;
  isOwn: boolean;
  isOutdated: boolean;
}

const page = 50;

type QueueRow = Omit<QueuedReview, "madeAt" | "dossier"> & {
  madeAt: Date;
  dossierId: string | null;
  dossierTitle: string | null;
};

const queued = Prisma.sql`r."state" = 'waiting' AND e."state" IN ('draft', 'changed')`;

/** What waits for review, the longest first; of one dossier where it is named, and behind another line where `after` names it. */
export async function reviewQueue(
  actor: Actor,
  { dossierId, after }: { dossierId?: string | undefined; after?: string | undefined } = {},
): Promise<{ rows: QueuedReview[]; next: string | null }> {
  demand(actor, "read");
  const rows = await database().$queryRaw<QueueRow[]>`
    SELECT r."id", r."entryId", e."kind", e."title", e."dossierId", ${titleOf(Prisma.sql`e."dossierId"`)} AS "dossierTitle",
      r."note", r."madeAt", r."madeByName", r."madeById" IS NOT DISTINCT FROM ${actor.id}::uuid AS "isOwn",
      r."entryVersion" <> e."version" AS "isOutdated"
    FROM "Review" r JOIN "Entry" e ON e."id" = r."entryId"
    WHERE ${queued} AND ${within(actor)} ${inDossier(dossierId)} ${behind(after)}
    ORDER BY r."madeAt", r."id" LIMIT ${page + 1}`;
  const shown = rows.slice(0, page);
  return {
    rows: shown.map(({ madeAt, dossierId: id, dossierTitle, ...row }) => ({
      ...row,
      madeAt: madeAt.toISOString(),
      dossier: id === null ? null : { id, title: dossierTitle ?? "" },
    })),
    next: rows.length > page ? (shown.at(-1)?.id ?? null) : null,
  };
}

const uuid = z.uuid();

function inDossier(id: string | undefined): Prisma.Sql {
  if (id === undefined || !uuid.safeParse(id).success) return Prisma.empty;
  return Prisma.sql`AND (e."dossierId" = ${id}::uuid OR e."id" = ${id}::uuid)`;
}

function behind(after: string | undefined): Prisma.Sql {
  if (after === undefined || !uuid.safeParse(after).success) return Prisma.empty;
  return Prisma.sql`AND (r."madeAt", r."id") > (SELECT "madeAt", "id" FROM "Review" WHERE "id" = ${after}::uuid)`;
}

/** How many reviews wait, up to one more than `mostCounted`. */
export async function waitingReviews(actor: Actor): Promise<number> {
  demand(actor, "read");
  return countUpTo(
    Prisma.sql`FROM "Review" r JOIN "Entry" e ON e."id" = r."entryId" WHERE ${queued} AND ${within(actor)}`,
  );
}

/** What people have under way on a record, as lists tell of it. */
export interface UnderWay {
  review: OpenReview["state"] | null;
  openComments: number;
}

/** What is under way on the records of a page of a list, by their ids; records with nothing are left out. */
export async function underWay(
  actor: Actor,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, UnderWay>> {
  demand(actor, "read");
  const rows = await database().$queryRaw<(UnderWay & { id: string })[]>`
    SELECT e."id", (
        SELECT r."state" FROM (SELECT * FROM "Review" WHERE "entryId" = e."id" ORDER BY "madeAt" DESC, "id" DESC LIMIT 1) r
        WHERE ${isOpen}) AS "review",
      (SELECT count(*)::int FROM "Comment" c WHERE c."entryId" = e."id" AND c."parentId" IS NULL AND c."resolvedAt" IS NULL)
        AS "openComments"
    FROM "Entry" e WHERE e."id" = ANY(${[...entryIds]}::uuid[]) AND ${within(actor)}`;
  const some = rows.filter(({ review, openComments }) => review !== null || openComments > 0);
  return new Map(some.map(({ id, ...what }) => [id, what]));
}
