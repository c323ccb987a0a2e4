"use server";

import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { deskPath } from "@/lib/auth/desk-path";
import { readForm } from "@/lib/auth/read-form";
import { endSecondStep, setUpSecondStep } from "@/lib/auth/second-step";
import { requireOwnSender } from "@/lib/auth/session";
import { reachable, refusedFor } from "../answers";
import { caller, giveSessionAlone } from "../session-cookies";

const setUpForm = z.strictObject({
  next: z.string().max(10_000),
  code: z.string().max(1000),
  own: z.string().max(10_000).default(""),
});
const endForm = z.strictObject({ own: z.string().max(10_000).default("") });

/** Brings an app into use as the second step, and goes on to where the form leads. Also where the role asks for it. */
export async function setUp(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { next, code, own } = readForm(form, setUpForm);
  return reachable({}, async () => {
    const session = await requireOwnSender(form, [null, "enrol"]);
    const outcome = await setUpSecondStep(session, { password: own, code }, await caller());
    const t = await getTranslations("desk.accounts");
    if (!outcome.ok) {
      if (outcome.reason === "wrong") return beside("own", t("account.wrongCurrent"));
      return refusedFor(outcome.reason, {}, outcome.reason === "throttled" ? outcome.seconds : 0);
    }
    if (!outcome.value) return beside("code", t("code.wrong"));
    await giveSessionAlone(outcome.value.sid);
    redirect(next === "" ? "/admin/account/two-steps" : deskPath(next));
  });
}

/** Goes back to the password alone. */
export async function endTwoSteps(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { own } = readForm(form, endForm);
  return reachable({}, async () => {
    const outcome = await endSecondStep(await requireOwnSender(form), own);
    const t = await getTranslations("desk.accounts");
    if (!outcome.ok) {
      if (outcome.reason === "wrong") return beside("own", t("account.wrongCurrent"));
      return refusedFor(outcome.reason, {}, outcome.reason === "throttled" ? outcome.seconds : 0);
    }
    return outcome.value
      ? { outcome: "done", says: t("twoSteps.ended") }
      : { outcome: "refused", says: t("twoSteps.needed"), errors: {}, typed: {} };
  });
}

function beside(field: string, says: string): AccountFormState {
  return { outcome: "refused", errors: { [field]: says }, typed: {} };
}
