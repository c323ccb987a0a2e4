"use server";
import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import { setRetention } from "@/lib/desk/settings/retention";
import { reachable } from "../../account/answers";
import { sentVersion } from "../../actions/sent-target";

const typedNumber = z.string().max(1000);
const form = z.strictObject({
  version: sentVersion,
  years: typedNumber,
  last: typedNumber,
});

/** Sets how long earlier versions of records are kept. */
export async function keepVersions(_last: AccountFormState, sent: FormData): Promise<AccountFormState> {
  const { version, years, last } = readForm(sent, form);
  const typed = { years, last };
  return reachable(typed, async () => {
    const outcome = await setRetention(await requireSender("manage", sent), { years, last, version });
    if (!outcome.ok) {
      const t = await getTranslations("problems");
      return { outcome: "refused", errors: { [outcome.field]: t(outcome.code) }, typed };
    }
    refresh();
    return { outcome: "done", says: (await getTranslations("desk.retention"))("done") };
  });
}
