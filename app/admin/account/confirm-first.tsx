import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { PasskeyForm } from "@/components/desk/account/passkey-form";
import { signOnPath } from "@/lib/auth/desk-path";
import { currentSession, pathAsked } from "@/lib/auth/session";
import { sessionLength } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { durationWords } from "../wording/duration";
import { sayAgain, sayAgainByPasskey } from "./confirm-actions";
import { offerOwnPasskey } from "./passkeys/offers";
import { passkeyWords } from "./passkeys/words";

/** Asks who signed in long ago for the password, above what is not done without; nothing for those who said it just now. */
export async function ConfirmFirst({ isConfirmed }: { isConfirmed: boolean }) {
  if (isConfirmed) return null;
  const [t, session] = [await getTranslations("desk.accounts"), await currentSession()];
  const length = durationWords(sessionLength.confirmed);
  if (session?.begunBy === "provider")
    return (
      <section aria-labelledby="confirm" className="max-w-md">
        <h2 id="confirm" className="font-serif text-lead">
          {t("signOn.againTitle")}
        </h2>
        <p className="mb-4 text-muted">{t("signOn.againLead", { length })}</p>
        <a href={signOnPath(await pathAsked(), { anew: true })} className="btn-main">
          {t("signOn.again", { provider: env().signOn?.name ?? "" })}
        </a>
      </section>
    );
  return (
    <section aria-labelledby="confirm" className="max-w-md">
      <h2 id="confirm" className="font-serif text-lead">
        {t("confirm.title")}
      </h2>
      <p className="mb-4 text-muted">{t("confirm.lead", { length })}</p>
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
      {session?.secondSteps.passkey && (
        <div className="mt-6">
          <PasskeyForm
            offer={offerOwnPasskey}
            action={sayAgainByPasskey}
            submit={t("passkeys.confirm")}
            waiting={t("waiting")}
            grave
            words={await passkeyWords()}
          />
        </div>
      )}
    </section>
  );
}
