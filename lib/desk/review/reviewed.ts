/** What a publication has to do with reviews: it settles the one that waits, and says so where none did though the dossier asks. */
import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import type { Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { tell, type ToldOf } from "../notices/tell";
import type { WorkingCopy } from "../write/write";

/** A review as the publication that settles it knows it. */
export interface WaitingReview {
  id: string;
  /** Whether what is published is what was submitted: that version stands, and nothing was typed over it. */
  isAsSubmitted: boolean;
  madeById: string;
  madeByName: string;
}

/**
 * What the history says of a publication: whose submission it was, or that it went out without a review though one was asked for,
 * with who had submitted what was changed for it.
 */
export type ReviewedDetail =
  { reviewedFor: string } | { unreviewed: true; writtenOver?: string } | Record<never, never>;

/** What a publication has to know of reviews. */
export interface ReviewBefore {
  waiting: WaitingReview | null;
  /** Whether the record's dossier asks for reviews. */
  asks: boolean;
}

/** A record about to be published with these values. */
interface ReviewedCopy {
  id: string;
  dossierId: string | null;
  copy: Pick<WorkingCopy, "values">;
}

/**
 * The review that waits for each of these records, in their order, and whether its dossier asks for them. Locks
 * neither: the records are locked first.
 */
export async function reviewsBefore(
  tx: Transaction,
  records: readonly ReviewedCopy[],
): Promise<ReviewBefore[]> {
  const asked = records.map(({ id, dossierId, copy: { values } }, place) => ({
    place,
    id,
    dossierId,
    values,
  }));
  // One statement: each publication asks.
  const rows = await tx.$queryRaw<{ asks: boolean | null; waiting: WaitingReview | null }[]>`
    SELECT (SELECT s."asks" FROM "ReviewSetting" s WHERE s."dossierId" = asked."dossierId") AS "asks",
      (SELECT jsonb_build_object('id', r."id", 'madeById', r."madeById", 'madeByName', r."madeByName",
         'isAsSubmitted', e."version" = r."entryVersion" AND e."draft" = asked."values")
       FROM "Review" r JOIN "Entry" e ON e."id" = r."entryId" WHERE r."entryId" = asked."id" AND r."state" = 'waiting') AS "waiting"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS asked("place" int, "id" uuid, "dossierId" uuid, "values" jsonb)
    ORDER BY asked."place"`;
  return rows.map(({ asks, waiting }) => ({ waiting, asks: asks ?? false }));
}

/**
 * What is noted with the publication: a person's own submission, published by themselves, is reviewed by no one, and neither
 * is what was written over a submission.
 */
export function reviewedDetail(actor: Actor, { waiting, asks }: ReviewBefore): ReviewedDetail {
  switch (waiting && endOf(actor, waiting)) {
    case "accepted":
      return { reviewedFor: waiting?.madeByName ?? "" };
    case "rewritten":
      return { unreviewed: true, writtenOver: waiting?.madeByName ?? "" };
    default:
      return asks ? { unreviewed: true } : {};
  }
}

/** What a publication makes of the review that waits. */
function endOf(
  actor: Actor,
  { madeById, isAsSubmitted }: Pick<WaitingReview, "madeById" | "isAsSubmitted">,
): "accepted" | "rewritten" | "withdrawn" {
  if (madeById === actor.id) return "withdrawn";
  return isAsSubmitted ? "accepted" : "rewritten";
}

const actOf = {
  accepted: "review.accept",
  rewritten: "review.rewrite",
  withdrawn: "review.withdraw",
} as const;

/** Settles the review that waits for what is published, and tells who submitted it what came of it. */
export async function settlePublished(
  tx: Transaction,
  actor: Actor,
  of: ToldOf,
  { id, ...made }: Omit<WaitingReview, "madeByName">,
  note: string | null,
): Promise<void> {
  const end = endOf(actor, made);
  const { count } = await tx.review.updateMany({
    where: { id, state: "waiting" },
    data: {
      ...{ state: end, settledAt: new Date(), version: { increment: 1 } },
      ...{ settledById: actor.id, settledByName: actor.name },
    },
  });
  if (count === 0) return;
  await noteAct(tx, actor, { action: actOf[end], subject: of.id, detail: { id } });
  if (end === "withdrawn") return;
  const account = Prisma.sql`SELECT ${made.madeById}::uuid`;
  await tell(tx, actor, { about: end, of, text: note ?? "" }, account);
}
