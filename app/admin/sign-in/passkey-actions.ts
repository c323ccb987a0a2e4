"use server";

import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { deskPath } from "@/lib/auth/desk-path";
import { longestAnswer } from "@/lib/auth/passkeys/read-answer";
import { signInByPasskey } from "@/lib/auth/passkeys/use-passkey";
import { readForm } from "@/lib/auth/read-form";
import { env } from "@/lib/env";
import { reachable, refusedFor } from "../account/answers";
import { caller, giveSession, passkeyBrowser } from "../account/session-cookies";

const passkeyForm = z.strictObject({ answer: z.string().max(longestAnswer), next: z.string().max(10_000) });

/** Signs in by a passkey alone and goes on to where the form leads. */
export async function signInWithPasskey(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { answer, next } = readForm(form, passkeyForm);
  return reachable({}, async () => {
    const outcome = await signInByPasskey(answer, (await passkeyBrowser()) ?? "", await caller());
    if (outcome.ok) {
      await giveSession(outcome.sid, outcome.browserCookie);
      redirect(deskPath(next));
    }
    const t = await getTranslations("desk.accounts.passkeys");
    switch (outcome.reason) {
      case "wrong":
        return { outcome: "refused", says: t("wrong"), errors: {}, typed: {} };
      case "elsewhereOnly": {
        const says = t("elsewhere", { provider: env().signOn?.name ?? "" });
        return { outcome: "refused", says, errors: {}, typed: {} };
      }
      case "throttled":
        return refusedFor("throttled", {}, outcome.seconds);
      case "disabled":
      case "lapsed":
      case "busy":
        return refusedFor(outcome.reason);
    }
  });
}
