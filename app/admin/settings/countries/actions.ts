"use server";

import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { routing } from "@/i18n/routing";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import { nameCountry } from "@/lib/desk/settings/country-names";
import { reachable } from "../../account/answers";
import { withCleaned } from "../../wording/cleaned";

const words = z.string().max(10_000);
const nameForm = z.strictObject({
  code: z.string().max(4),
  locale: z.enum(routing.locales),
  version: z.string().regex(/^\d{1,9}$/),
  name: words,
  inText: words,
});

/** Sets what the site calls a country; an empty name gives it its usual one back. */
export async function setCountryName(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const typed = readForm(form, nameForm);
  return reachable(typed, async () => {
    const outcome = await nameCountry(await requireSender("manage", form), {
      ...typed,
      version: Number(typed.version),
    });
    const [t, problems] = await Promise.all([
      getTranslations("desk.countryNames"),
      getTranslations("problems"),
    ]);
    if (!outcome.ok) {
      const says = problems(outcome.code, outcome.params);
      return { outcome: "refused", errors: { [outcome.field]: says }, typed };
    }
    refresh();
    return {
      outcome: "done",
      says: await withCleaned(t("done", { name: outcome.name }), [typed.name, typed.inText]),
    };
  });
}
