"use server";

import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { confirmSession } from "@/lib/auth/confirm-session";
import { longestAnswer } from "@/lib/auth/passkeys/read-answer";
import { confirmByPasskey } from "@/lib/auth/passkeys/use-passkey";
import { readForm } from "@/lib/auth/read-form";
import { requireOwnSender } from "@/lib/auth/session";
import { reachable, refusedFor } from "./answers";

const confirmForm = z.strictObject({ own: z.string().max(10_000) });
const passkeyForm = z.strictObject({ answer: z.string().max(longestAnswer) });

/** Takes the password again of who is signed in; the page that asked for it is drawn anew. */
export async function sayAgain(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { own } = readForm(form, confirmForm);
  return reachable({}, async () => {
    const outcome = await confirmSession(await requireOwnSender(form), own);
    if (outcome.ok) {
      refresh();
      return { outcome: "none" };
    }
    const t = await getTranslations("desk.accounts.account");
    if (outcome.reason === "wrong")
      return { outcome: "refused", errors: { own: t("wrongCurrent") }, typed: {} };
    return refusedFor(outcome.reason, {}, outcome.reason === "throttled" ? outcome.seconds : 0);
  });
}

/** Takes a passkey of who is signed in, in place of the password. */
export async function sayAgainByPasskey(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { answer } = readForm(form, passkeyForm);
  return reachable({}, async () => {
    const outcome = await confirmByPasskey(await requireOwnSender(form), answer);
    if (outcome.ok) {
      refresh();
      return { outcome: "none" };
    }
    if (outcome.reason === "wrong") {
      const t = await getTranslations("desk.accounts.passkeys");
      return { outcome: "refused", says: t("wrong"), errors: {}, typed: {} };
    }
    return refusedFor(outcome.reason, {}, outcome.reason === "throttled" ? outcome.seconds : 0);
  });
}
