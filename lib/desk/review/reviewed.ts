/** What a publication has to do with reviews: it settles the one that waits, and says so where none did though the dossier asks. */
import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import type { Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { tell, type ToldOf } from "../notices/tell";

/** A review as the publication that settles it knows it. */
export interface WaitingReview {
  id: string;
  entryVersion: number;
  madeById: string;
  madeByName: string;
}

/** What the history says of a publication: whose submission it was, or that it went out without a review that is asked for. */
export type ReviewedDetail = { reviewedFor: string } | { unreviewed: true } | Record<never, never>;

/** What a publication has to know of reviews. */
export interface ReviewBefore {
  waiting: WaitingReview | null;
  /** Whether the record's dossier asks for reviews. */
  asks: boolean;
}

/** The review that waits for a record, and whether its dossier asks for them. Locks neither: the record is locked first. */
export async function reviewBefore(
  tx: Transaction,
  entryId: string,
  dossierId: string | null,
): Promise<ReviewBefore> {
  // One statement: each publication asks.
  const [row] = await tx.$queryRaw<{ asks: boolean | null; waiting: WaitingReview | null }[]>`
    SELECT (SELECT s."asks" FROM "ReviewSetting" s WHERE s."dossierId" = ${dossierId}::uuid) AS "asks",
      (SELECT jsonb_build_object('id', r."id", 'entryVersion', r."entryVersion", 'madeById', r."madeById", 'madeByName', r."madeByName")
       FROM "Review" r WHERE r."entryId" = ${entryId}::uuid AND r."state" = 'waiting') AS "waiting"`;
  return { waiting: row?.waiting ?? null, asks: row?.asks ?? false };
}

/** What is noted with the publication: a person's own submission, published by themselves, is reviewed by no one. */
export function reviewedDetail(actor: Actor, { waiting, asks }: ReviewBefore): ReviewedDetail {
  if (waiting && waiting.madeById !== actor.id) return { reviewedFor: waiting.madeByName };
  return asks ? { unreviewed: true } : {};
}

/** Settles a review as accepted, and tells who submitted it. */
export async function settleAccepted(
  tx: Transaction,
  actor: Actor,
  of: ToldOf,
  { id, madeById }: Pick<WaitingReview, "id" | "madeById">,
  note: string | null,
): Promise<void> {
  const { count } = await tx.review.updateMany({
    where: { id, state: "waiting" },
    data: {
      ...{ state: "accepted", settledAt: new Date(), version: { increment: 1 } },
      ...{ settledById: actor.id, settledByName: actor.name },
    },
  });
  if (count === 0) return;
  await noteAct(tx, actor, { action: "review.accept", subject: of.id, detail: { id } });
  const account = Prisma.sql`SELECT ${madeById}::uuid`;
  await tell(tx, actor, { about: "accepted", of, text: note ?? "" }, account);
}
