"use server";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import type { ScheduleAnswer } from "@/components/desk/schedule/schedule-form";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import { isUnreachable } from "@/lib/database/failures";
import { setReview } from "@/lib/desk/review/review-setting";
import { acceptReview, returnReview } from "@/lib/desk/review/settle";
import { withdrawReview } from "@/lib/desk/review/submit";
import { kinds } from "@/lib/domain/kinds/registry";
import { mostCharacters, readChangeNote, readShown } from "@/lib/domain/short-note";
import { reachable } from "../account/answers";
import { refusedAcceptance } from "../wording/reviews";
import { forSender } from "./or-signed-out";
import { refreshRecord } from "./refresh-record";
import { sentKind, sentVersion } from "./sent-target";

const seen = { id: z.uuid(), version: sentVersion };

const accepted = z.strictObject({
  ...seen,
  ...{ kind: sentKind, entry: z.uuid() },
  changeNote: z.string().max(4 * mostCharacters.changeNote),
  confirmed: z.string().max(10_000),
});

/** Publishes what was submitted, as it was submitted, and goes on with the queue; says why where that cannot be. */
export async function acceptSubmitted(_last: ScheduleAnswer, form: FormData): Promise<ScheduleAnswer> {
  const { kind, entry, changeNote: said, confirmed, ...review } = readForm(form, accepted);
  const typed = { changeNote: said };
  const t = await getTranslations("desk.form");
  const changeNote = readChangeNote(said);
  if (changeNote === undefined)
    return {
      typed,
      errors: { changeNote: t("changeNote.tooLong", { most: mostCharacters.changeNote }) },
    };
  const given = { changeNote, confirmed: confirmed.split(" ").filter(Boolean) };
  const answer = forSender("publish", form, async (actor): Promise<ScheduleAnswer> => {
    const outcome = await acceptReview(actor, review, given);
    // Not to the form that is open on this page: it is of the version before.
    if (outcome.ok) redirect(`/admin/reviews?accepted=${kinds[kind].path}/${entry}`);
    return { typed, ...(await refusedAcceptance(kind, outcome)) };
  });
  return answer.catch((error: unknown) => {
    if (isUnreachable(error)) return { typed, says: t("unavailable") };
    throw error;
  });
}

/** Sends what was submitted back, with a word why. */
export async function returnSubmitted(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const shape = z.strictObject({ ...seen, answer: z.string().max(8 * mostCharacters.review) });
  const { answer: typed, ...review } = readForm(form, shape);
  const t = await getTranslations("desk.review");
  const answer = readShown(typed, mostCharacters.review);
  if (!answer) {
    const says = answer === undefined ? t("tooLong", { most: mostCharacters.review }) : t("answerNeeded");
    return { outcome: "refused", errors: { answer: says }, typed: { answer: typed } };
  }
  return reachable({ answer: typed }, async () => {
    const isReturned = await returnReview(await requireSender("publish", form), review, answer);
    refreshRecord();
    if (isReturned) return { outcome: "none" };
    return { outcome: "refused", says: t("gone"), errors: {}, typed: { answer: typed } };
  });
}

/** Takes back what was submitted. */
export async function withdrawSubmitted(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const review = readForm(form, z.strictObject(seen));
  return reachable({}, async () => {
    const isWithdrawn = await withdrawReview(await requireSender("write", form), review);
    refreshRecord();
    if (isWithdrawn) return { outcome: "none" };
    const t = await getTranslations("desk.review");
    return { outcome: "refused", says: t("gone"), errors: {}, typed: {} };
  });
}

/** Has a dossier ask for reviews, or not any more. */
export async function askForReviews(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const shape = z.strictObject({ dossier: z.uuid(), version: sentVersion, asks: z.enum(["yes", "no"]) });
  const { dossier, version, asks } = readForm(form, shape);
  return reachable({}, async () => {
    const isSet = await setReview(await requireSender("publish", form), dossier, {
      asks: asks === "yes",
      version,
    });
    refreshRecord();
    if (isSet) return { outcome: "none" };
    const t = await getTranslations("desk.review");
    return { outcome: "refused", says: t("setMissed"), errors: {}, typed: {} };
  });
}
