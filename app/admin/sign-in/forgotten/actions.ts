"use server";

import { getTranslations } from "next-intl/server";
import { after } from "next/server";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { askForReset } from "@/lib/auth/forgotten-password";
import { resetLength } from "@/lib/auth/password-reset";
import { readForm } from "@/lib/auth/read-form";
import { reachable, refusedFor } from "../../account/answers";
import { caller } from "../../account/session-cookies";

const forgottenForm = z.strictObject({ email: z.string().max(10_000) });

/** Has a link for another password sent, where there is such an account; the answer does not say whether there is. */
export async function askForLink(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { email } = readForm(form, forgottenForm);
  return reachable({ email }, async () => {
    const { address } = await caller();
    const outcome = await askForReset(email, address, after);
    if (!outcome.ok)
      return refusedFor(outcome.reason, { email }, outcome.reason === "throttled" ? outcome.seconds : 0);
    const t = await getTranslations("desk.accounts.forgotten");
    return { outcome: "done", says: t("sent", { minutes: resetLength / 60_000 }) };
  });
}
