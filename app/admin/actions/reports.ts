"use server";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import { answerReport, settleReport } from "@/lib/desk/reports/settle-report";
import { sayUnderReview } from "@/lib/desk/reports/under-review";
import { mostCharacters, readShown } from "@/lib/domain/short-note";
import { reachable } from "../account/answers";
import { refreshRecord } from "./refresh-record";

const id = z.uuid();

/** Answers a reader's report. */
export async function answerReportOf(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const shape = z.strictObject({ report: id, answer: z.string().max(8 * mostCharacters.reportAnswer) });
  const { report, answer: typed } = readForm(form, shape);
  const t = await getTranslations("desk.reports");
  const answer = readShown(typed, mostCharacters.reportAnswer);
  if (!answer) {
    const says = answer === undefined ? t("tooLong", { most: mostCharacters.reportAnswer }) : t("empty");
    return { outcome: "refused", errors: { answer: says }, typed: { answer: typed } };
  }
  return reachable({ answer: typed }, async () =>
    done(await answerReport(await requireSender("publish", form), report, answer), { answer: typed }),
  );
}

/** Settles a reader's report, or opens it again. */
export async function settleReportOf(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { report, to } = readForm(form, z.strictObject({ report: id, to: z.enum(["settled", "open"]) }));
  return reachable({}, async () =>
    done(await settleReport(await requireSender("publish", form), report, to === "settled")),
  );
}

/** Has a record's page say that it is under review, or no longer. */
export async function sayRecordUnderReview(
  _last: AccountFormState,
  form: FormData,
): Promise<AccountFormState> {
  const { entry, says } = readForm(form, z.strictObject({ entry: id, says: z.enum(["yes", "no"]) }));
  return reachable({}, async () =>
    done(await sayUnderReview(await requireSender("publish", form), entry, says === "yes")),
  );
}

async function done(isDone: boolean, typed: Record<string, string> = {}): Promise<AccountFormState> {
  refreshRecord();
  if (isDone) return { outcome: "none" };
  return { outcome: "refused", says: (await getTranslations("desk.reports"))("missed"), errors: {}, typed };
}
