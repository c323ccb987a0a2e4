"use server";

import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { readForm } from "@/lib/auth/read-form";
import { useSetupToken } from "@/lib/auth/setup";
import { pastedToken } from "@/lib/auth/one-time-link";
import { removeSetupLink } from "@/lib/auth/setup-link";
import { reachable, refusedFields, refusedFor } from "../account/answers";
import { caller, giveSession } from "../account/session-cookies";

const setupForm = z.strictObject({
  token: z.string().max(1000),
  email: z.string().max(10_000),
  name: z.string().max(10_000),
  password: z.string().max(10_000),
});

/** Makes the first admin with the one-time token and signs them in. */
export async function makeFirstAdmin(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { token, ...details } = readForm(form, setupForm);
  const typed = { token, email: details.email, name: details.name };
  return reachable(typed, async () => {
    const outcome = await useSetupToken(pastedToken(token), details, await caller());
    if (outcome.ok) {
      await removeSetupLink().catch(() => undefined); // what it holds is worth nothing by now
      await giveSession(outcome.sid, outcome.browserCookie);
      redirect("/admin");
    }
    if (outcome.reason === "invalid") return refusedFields(outcome.problems, typed);
    if (outcome.reason === "busy") return refusedFor("busy", typed);
    const t = await getTranslations("desk.accounts.setup");
    const says = t(outcome.reason);
    return outcome.reason === "wrongToken"
      ? besideToken(says, typed)
      : { outcome: "refused", says, errors: {}, typed };
  });
}

function besideToken(says: string, typed: Record<string, string>): AccountFormState {
  return { outcome: "refused", errors: { token: says }, typed };
}
