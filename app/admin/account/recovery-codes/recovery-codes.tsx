import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import type { LiveSession } from "@/lib/auth/sessions";
import { makeCodes } from "./actions";

/** How many recovery codes are left, and the form that makes others; nothing for an account without a second step. */
export async function RecoveryCodes({
  session: { secondSteps },
  codesLeft,
}: {
  session: LiveSession;
  codesLeft: number;
}) {
  if (!secondSteps.app && !secondSteps.passkey) return null;
  const t = await getTranslations("desk.accounts");
  return (
    <section aria-labelledby="recovery" className="max-w-md">
      <h2 id="recovery" className="font-serif text-lead">
        {t("recovery.title")}
      </h2>
      <p className="mb-4 text-muted">{t("recovery.lead", { count: codesLeft })}</p>
      <AccountForm
        action={makeCodes}
        submit={t("recovery.make", { count: codesLeft })}
        waiting={t("waiting")}
        grave
      />
    </section>
  );
}
