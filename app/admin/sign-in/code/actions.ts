"use server";

import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { deskPath, signInPath } from "@/lib/auth/desk-path";
import { longestAnswer } from "@/lib/auth/passkeys/read-answer";
import { providePasskey } from "@/lib/auth/passkeys/use-passkey";
import { readForm } from "@/lib/auth/read-form";
import { provideCode } from "@/lib/auth/second-step";
import { currentSession } from "@/lib/auth/session";
import { reachable, refusedFor } from "../../account/answers";
import { caller, giveSessionAlone } from "../../account/session-cookies";

const codeForm = z.strictObject({ code: z.string().max(1000), next: z.string().max(10_000) });
const passkeyForm = z.strictObject({ answer: z.string().max(longestAnswer), next: z.string().max(10_000) });

/** Takes the code of the second step and goes on to where the form leads. */
export async function giveCode(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { code, next } = readForm(form, codeForm);
  return reachable({}, async () => {
    const session = await currentSession();
    if (session?.due !== "code") redirect(session ? deskPath(next) : signInPath(next));
    const outcome = await provideCode(session, code, await caller());
    if (outcome.ok) {
      await giveSessionAlone(outcome.sid);
      redirect(deskPath(next));
    }
    if (outcome.reason === "throttled") return refusedFor("throttled", {}, outcome.seconds);
    const t = await getTranslations("desk.accounts");
    const says = session.secondSteps.app ? t("code.wrong") : t("recovery.wrong");
    return { outcome: "refused", errors: { code: says }, typed: {} };
  });
}

/** Takes a passkey in place of the code, and goes on to where the form leads. */
export async function givePasskey(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { answer, next } = readForm(form, passkeyForm);
  return reachable({}, async () => {
    const session = await currentSession();
    if (session?.due !== "code") redirect(session ? deskPath(next) : signInPath(next));
    const outcome = await providePasskey(session, answer, await caller());
    if (outcome.ok) {
      await giveSessionAlone(outcome.sid);
      redirect(deskPath(next));
    }
    if (outcome.reason === "throttled") return refusedFor("throttled", {}, outcome.seconds);
    const t = await getTranslations("desk.accounts.passkeys");
    return { outcome: "refused", says: t("wrong"), errors: {}, typed: {} };
  });
}
