/** Whether a dossier asks for a review of its records before they are published. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database, type Transaction } from "@/lib/database/client";
import { sees, stillWithin } from "../limits";

export interface ReviewSetting {
  asks: boolean;
  /** 0 where nothing was ever set. */
  version: number;
}

/** What a dossier's setting is. */
export async function reviewSetting(
  actor: Actor,
  dossierId: string,
  db: Transaction = database(),
): Promise<ReviewSetting> {
  demand(actor, "read");
  if (!(await sees(actor, dossierId, db))) return { asks: false, version: 0 };
  const found = await db.reviewSetting.findUnique({
    where: { dossierId },
    select: { asks: true, version: true },
  });
  return found ?? { asks: false, version: 0 };
}

/** Has a dossier ask for reviews, or not any more. False where another has set it since, or there is no such dossier. */
export async function setReview(
  actor: Actor,
  dossierId: string,
  { asks, version }: ReviewSetting,
): Promise<boolean> {
  demand(actor, "publish");
  return database().$transaction(async (tx) => {
    const count = await tx.$executeRaw`
      INSERT INTO "ReviewSetting" AS s ("dossierId", "asks", "setById", "setByName")
      SELECT e."id", ${asks}, ${actor.id}::uuid, ${actor.name} FROM "Entry" e
      WHERE e."id" = ${dossierId}::uuid AND e."kind" = 'dossier' AND ${stillWithin(actor)} AND (${version}::int = 0 OR EXISTS (
        SELECT FROM "ReviewSetting" WHERE "dossierId" = ${dossierId}::uuid))
      ON CONFLICT ("dossierId") DO UPDATE SET "asks" = excluded."asks", "version" = s."version" + 1, "setAt" = now(),
        "setById" = excluded."setById", "setByName" = excluded."setByName"
      WHERE s."version" = ${version}::int`;
    if (count === 0) return false;
    const action = asks ? "review.ask" : "review.askNot";
    await noteAct(tx, actor, { action, subject: dossierId, version: version + 1 });
    return true;
  });
}
