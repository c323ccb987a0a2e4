"use server";

import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { deskPath, signInPath } from "@/lib/auth/desk-path";
import { readForm } from "@/lib/auth/read-form";
import { provideCode } from "@/lib/auth/second-step";
import { currentSession } from "@/lib/auth/session";
import { reachable, refusedFor } from "../../account/answers";
import { caller, giveSessionAlone } from "../../account/session-cookies";

const codeForm = z.strictObject({ code: z.string().max(1000), next: z.string().max(10_000) });

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
    const t = await getTranslations("desk.accounts.code");
    return { outcome: "refused", errors: { code: t("wrong") }, typed: {} };
  });
}
