"use server";

import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { readForm } from "@/lib/auth/read-form";
import { makeRecoveryCodes } from "@/lib/auth/recovery-codes";
import { requireOwnSender } from "@/lib/auth/session";
import { reachable, refusedFor } from "../answers";

const noFields = z.strictObject({});

/** Makes recovery codes in place of those there are, and shows them this once. */
export async function makeCodes(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  readForm(form, noFields);
  return reachable({}, async () => {
    const outcome = await makeRecoveryCodes(await requireOwnSender(form));
    const t = await getTranslations("desk.accounts.recovery");
    if (outcome.ok) {
      refresh();
      const shownOnce = { label: t("codes"), text: outcome.codes.join("\n") };
      return { outcome: "done", says: t("made"), shownOnce };
    }
    if (outcome.reason === "unconfirmed") return refusedFor("unconfirmed");
    return { outcome: "refused", says: t("noStep"), errors: {}, typed: {} };
  });
}
