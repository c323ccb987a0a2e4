/** What editors do with a reader's report: answer it, settle it, open it again. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database } from "@/lib/database/client";
import { queueMail, sendsMail } from "@/lib/mail/queue-mail";
import { writeMail } from "@/lib/mail/write-mail";
import { publicPathOf } from "@/lib/published/public-path";
import { hideReview } from "./under-review";

/**
 * Answers a report, once: by mail where the reader gave an address and a mail server is set, else as a note of the desk's own. False where
 * it was answered or settled meanwhile.
 */
export async function answerReport(actor: Actor, id: string, answer: string): Promise<boolean> {
  demand(actor, "publish");
  return database().$transaction(async (tx) => {
    const [row] = await tx.errorReport.updateManyAndReturn({
      where: { id, answeredAt: null, settledAt: null },
      data: { answer, answeredAt: new Date(), answeredByName: actor.name },
      include: { entry: { select: { title: true } } },
    });
    if (!row) return false;
    const isSent = row.address !== null && sendsMail();
    if (isSent) {
      await tx.errorReport.update({ where: { id }, data: { isAnswerSent: true } });
      const values = { title: row.entry.title || "…", note: answer, report: row.text };
      const letter = writeMail("reportAnswer", values, (await publicPathOf(row.entryId, tx)) ?? "/");
      await queueMail(tx, [{ ...letter, address: row.address! }]);
    }
    await noteAct(tx, actor, {
      ...{ action: "report.answer", subject: row.entryId },
      detail: { id, sent: isSent },
    });
    return true;
  });
}

/**
 * Settles a report, or opens it again. With the last open one of a record its page says no longer that it is under review. False where
 * the report stands so already, or is gone.
 */
export async function settleReport(actor: Actor, id: string, isSettled: boolean): Promise<boolean> {
  demand(actor, "publish");
  return database().$transaction(async (tx) => {
    const [row] = await tx.errorReport.updateManyAndReturn({
      where: { id, settledAt: isSettled ? null : { not: null } },
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
