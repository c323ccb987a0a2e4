/** Submitting a version of a record for review, and taking it back. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { accountOf, type Actor, demand, may } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database, type Transaction } from "@/lib/database/client";
import { typedCopy } from "@/lib/domain/kept-copy";
import { kindOf } from "@/lib/domain/kinds/registry";
import { isWaiting } from "@/lib/domain/lifecycle";
import { checkRecord, parseRecord } from "@/lib/domain/record";
import { contextOf, sidesIn } from "@/lib/domain/sides";
import { aboutWithin } from "../limits";
import { publishers, tell } from "../notices/tell";
import type { Refusal, Target } from "../outcome";
import { currentEntry, type CurrentEntry } from "../write/context";
import { lockEntries } from "../write/lock-entries";
import { Refused, orRefusal } from "../write/refused";
import { explainMiss } from "../write/stale";

export type SubmitOutcome = { ok: true; id: string } | Refusal;

/**
 * Submits the version that the actor has seen, and tells those who may publish. It has to be fit to be published by itself;
 * what they may ask besides (doubts, other records) is for them. Another version that waited is withdrawn.
 */
export async function submitForReview(actor: Actor, target: Target, note: string): Promise<SubmitOutcome> {
  demand(actor, "write");
  const by = accountOf(actor, "submit anything for review");
  const { id, kind, version } = target;
  return orRefusal(
    database().$transaction(async (tx): Promise<SubmitOutcome> => {
      // The version that is submitted stands until the submission does.
      await lockEntries(tx, [id]);
      const current = await currentEntry(tx, actor, target);
      if (!current) throw new Refused({ ok: false, reason: "missing" });
      if (current.version !== version) throw new Refused(await explainMiss(tx, target, actor));
      await demandFit(tx, target, current);
      const dossierId = kind === "dossier" ? id : current.dossierId;
      const setting = dossierId && (await tx.reviewSetting.findUnique({ where: { dossierId } }));
      if (!setting || !setting.asks) throw new Refused(blocked(target, current, "reviewNotAsked"));
      const waiting = { entryId: id, state: "waiting" };
      // Each submission is mailed to all who may publish: one of the same version has nothing new for them.
      if (await tx.review.findFirst({ where: { ...waiting, entryVersion: version }, select: { id: true } }))
        throw new Refused(blocked(target, current, "reviewWaiting"));
      await tx.review.updateMany({
        where: waiting,
        data: {
          ...{ state: "withdrawn", settledAt: new Date(), version: { increment: 1 } },
          ...{ settledById: by, settledByName: actor.name },
        },
      });
      const review = { id: uuidv7(), entryId: id, entryVersion: version };
      await tx.review.create({ data: { ...review, note, madeById: by, madeByName: actor.name } });
      await noteAct(tx, actor, { action: "review.submit", subject: id, detail: { id: review.id, version } });
      const of = { id, kind, title: current.title };
      await tell(tx, actor, { about: "submitted", of, text: note }, publishers);
      return { ok: true, id: review.id };
    }),
  );
}

function blocked(
  { id, kind }: Target,
  { title }: CurrentEntry,
  code: "reviewNotAsked" | "reviewWaiting" | "wrongState",
): Refusal {
  return { ok: false, reason: "blocked", code, records: [{ id, kind, title }] };
}

/** @throws {Refused} where there is nothing to publish, or mistakes keep it from being published. */
async function demandFit(tx: Transaction, target: Target, current: CurrentEntry): Promise<void> {
  if (!isWaiting(current.state)) throw new Refused(blocked(target, current, "wrongState"));
  const context = contextOf(current.dossier && sidesIn(current.dossier.draft));
  const kind = kindOf(target.kind);
  const unread = Object.keys((current.unreadable as object | null) ?? {});
  const problems =
    unread.length > 0
      ? parseRecord(kind, typedCopy(kind, current.draft, current.unreadable), context, "publish").problems
      : checkRecord(kind, current.draft, context, "publish");
  const all = problems.length > 0 ? problems : unread.map((path) => ({ path, code: "required" }));
  if (all.length > 0) throw new Refused({ ok: false, reason: "invalid", problems: all });
}

/** Takes back what waits: who submitted it may, and those who may publish. False where it waits no more as it was seen. */
export async function withdrawReview(
  actor: Actor,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  demand(actor, "write");
  const isOwn = may(actor, "publish") ? {} : { madeById: accountOf(actor, "withdraw anything") };
  return database().$transaction(async (tx) => {
    const [row] = await tx.review.updateManyAndReturn({
      where: { id, version, state: "waiting", ...isOwn, ...aboutWithin(actor) },
      data: {
        ...{ state: "withdrawn", settledAt: new Date(), version: { increment: 1 } },
        ...{ settledById: actor.id, settledByName: actor.name },
      },
    });
    if (!row) return false;
    await noteAct(tx, actor, { action: "review.withdraw", subject: row.entryId, detail: { id } });
    return true;
  });
}
