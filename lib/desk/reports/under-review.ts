/** Whether a record's page says that it is under review: it does only where an editor chooses so. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database, type Transaction } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { aboutWithin } from "../limits";
import { announceTags } from "../publish/announce";
import { lockEntries } from "../write/lock-entries";

/**
 * Has a published record's page say that it is under review, or no longer. False where it stands so already, has no page,
 * or is to be said of a record on which no report is open.
 */
export async function sayUnderReview(actor: Actor, entryId: string, says: boolean): Promise<boolean> {
  demand(actor, "publish");
  return database().$transaction((tx) =>
    says ? showReview(tx, actor, entryId) : hideReview(tx, actor, entryId),
  );
}

async function showReview(tx: Transaction, actor: Actor, id: string): Promise<boolean> {
  // As where reports are settled: who settles the last one meanwhile would take away what is not yet there.
  await lockEntries(tx, [id]);
  if (!(await tx.errorReport.findFirst({ where: { entryId: id, settledAt: null } }))) return false;
  const [record] = await tx.record.updateManyAndReturn({
    where: { id, underReviewSince: null, ...aboutWithin(actor) },
    data: { underReviewSince: new Date() },
  });
  return told(tx, actor, record, "report.show");
}

/** The last thing that a transaction does: its pages say no longer that the record is under review. */
export async function hideReview(tx: Transaction, actor: Actor, id: string): Promise<boolean> {
  const [record] = await tx.record.updateManyAndReturn({
    where: { id, underReviewSince: { not: null }, ...aboutWithin(actor) },
    data: { underReviewSince: null },
  });
  return told(tx, actor, record, "report.hide");
}

async function told(
  tx: Transaction,
  actor: Actor,
  record: { id: string; kind: string; dossierId: string | null; slug: string } | undefined,
  action: "report.show" | "report.hide",
): Promise<boolean> {
  if (!record) return false;
  const { id, dossierId, slug } = record;
  await noteAct(tx, actor, { action, subject: id });
  const about = { recordId: id, kind: record.kind as KindKey, dossierId, slug };
  await announceTags(tx, about, [cacheTag.underReview(id)]);
  return true;
}
