import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { sessionLength } from "@/lib/auth/sessions";
import { durationWords } from "../wording/duration";
import { sayAgain } from "./confirm-actions";

/** Asks who signed in long ago for the password, above what is not done without; nothing for those who said it just now. */
export async function ConfirmFirst({ isConfirmed }: { isConfirmed: boolean }) {
  if (isConfirmed) return null;
  const t = await getTranslations("desk.accounts");
  return (
    <section aria-labelledby="confirm" className="max-w-md">
      <h2 id="confirm" className="font-serif text-lead">
        {t("confirm.title")}
      </h2>
      <p className="mb-4 text-muted">
        {t("confirm.lead", { length: durationWords(sessionLength.confirmed) })}
      </p>
      <AccountForm
        action={sayAgain}
        submit={t("confirm.submit")}
        waiting={t("waiting")}
        fields={[
          {
            name: "own",
            label: t("account.ownPassword"),
            type: "password",
            autoComplete: "current-password",
          },
        ]}
      />
    </section>
  );
}
