/** What editors do with a reader's report: answer it, settle it, open it again. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database, type Transaction } from "@/lib/database/client";
import { queueMail, sendsMail } from "@/lib/mail/queue-mail";
import { type Letter, writeMail } from "@/lib/mail/write-mail";
import { publicPlaceOf } from "@/lib/published/public-path";
import { aboutWithin } from "../limits";
import { hideReview } from "./under-review";

/**
 * Answers a report, once: by mail where the reader gave an address and a mail server is set, else as a note of the desk's own. False where
 * it was answered or settled meanwhile.
 */
export async function answerReport(actor: Actor, id: string, answer: string): Promise<boolean> {
  demand(actor, "publish");
  return database().$transaction(async (tx) => {
    const [row] = await tx.errorReport.updateManyAndReturn({
      where: { id, answeredAt: null, settledAt: null, ...aboutWithin(actor) },
      data: { answer, answeredAt: new Date(), answeredByName: actor.name },
    });
    if (!row) return false;
    const isSent = row.address !== null && sendsMail();
    if (isSent) {
      await tx.errorReport.update({ where: { id }, data: { isAnswerSent: true } });
      await queueMail(tx, [{ ...(await answerTo(tx, row, answer)), address: row.address! }]);
    }
    await noteAct(tx, actor, {
      ...{ action: "report.answer", subject: row.entryId },
      detail: { id, sent: isSent },
    });
    return true;
  });
}

/** The answer as a reader gets it: it names the record as it is published, and not at all where it is published no longer. */
async function answerTo(
  tx: Transaction,
  { entryId, text }: { entryId: string; text: string },
  answer: string,
): Promise<Letter> {
  const said = { note: answer, report: text };
  const place = await publicPlaceOf(entryId, tx);
  return place
    ? writeMail("reportAnswer", { ...said, title: place.title }, place.path)
    : writeMail("reportAnswerUnnamed", said, "/");
}

/**
 * Settles a report, or opens it again. With the last open one of a record its page says no longer that it is under review. False where
 * the report stands so already, or is gone.
 */
export async function settleReport(actor: Actor, id: string, isSettled: boolean): Promise<boolean> {
  demand(actor, "publish");
  return database().$transaction(async (tx) => {
    // Reports on one record are settled one after the other: of two at once, neither would see that the other is the last.
    await tx.$queryRaw`
      SELECT FROM "Entry" WHERE "id" = (SELECT "entryId" FROM "ErrorReport" WHERE "id" = ${id}::uuid) FOR NO KEY UPDATE`;
    const [row] = await tx.errorReport.updateManyAndReturn({
      where: { id, settledAt: isSettled ? null : { not: null }, ...aboutWithin(actor) },
      data: isSettled
        ? { settledAt: new Date(), settledByName: actor.name }
        : { settledAt: null, settledByName: null },
    });
    if (!row) return false;
    const { entryId } = row;
    const action = isSettled ? "report.settle" : "report.reopen";
    await noteAct(tx, actor, { action, subject: entryId, detail: { id } });
    const isLast = isSettled && !(await tx.errorReport.findFirst({ where: { entryId, settledAt: null } }));
    if (isLast) await hideReview(tx, actor, entryId);
    return true;
  });
}
