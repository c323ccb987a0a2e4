import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AccountForm } from "@/components/desk/account/account-form";
import { PasskeyForm } from "@/components/desk/account/passkey-form";
import { deskPath, signInPath } from "@/lib/auth/desk-path";
import { recoveryCodesLeft } from "@/lib/auth/recovery-codes";
import { currentSession } from "@/lib/auth/session";
import type { SecondSteps } from "@/lib/auth/sessions";
import { offerOwnPasskey } from "../../account/passkeys/offers";
import { passkeyWords } from "../../account/passkeys/words";
import { ActionForm } from "@/components/desk/sending/action-form";
import { signOut } from "../../account/sign-out";
import { giveCode, givePasskey } from "./actions";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the page for the code is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.code"))("title") };
}

/** The second step of signing in: until a code is given or a passkey used there is nothing else. */
export default async function CodePage({ searchParams }: Props) {
  const asked = (await searchParams).next;
  const next = deskPath(typeof asked === "string" ? asked : null);
  const session = await currentSession();
  if (session?.due !== "code") redirect(session ? next : signInPath(next));
  const t = await getTranslations("desk.accounts");
  return (
    <div className="mx-auto max-w-sm py-8">
      <h1>{t("code.title")}</h1>
      <SecondStepForms
        steps={session.secondSteps}
        hasCodes={(await recoveryCodesLeft(session.user.id)) > 0}
        next={next}
      />
      <ActionForm action={signOut} className="mt-8">
        <button className="btn-quiet">{t("ownFirst.signOut")}</button>
      </ActionForm>
    </div>
  );
}

/** The ways to take the second step that an account has: a passkey, a code, or either. `hasCodes`: it has recovery codes. */
async function SecondStepForms({
  steps,
  hasCodes,
  next,
}: {
  steps: SecondSteps;
  hasCodes: boolean;
  next: string;
}) {
  const t = await getTranslations("desk.accounts");
  const takesCode = steps.app || hasCodes;
  return (
    <>
      {steps.passkey && (
        <>
          <p className="mt-1 mb-6 text-muted">{t("passkeys.secondStepLead")}</p>
          <PasskeyForm
            offer={offerOwnPasskey}
            action={givePasskey}
            hidden={{ next }}
            submit={t("passkeys.secondStep")}
            waiting={t("waiting")}
            words={await passkeyWords()}
          />
        </>
      )}
      {steps.passkey && takesCode && (
        <h2 className="mt-8 mb-4 font-serif text-lead">
          {t(steps.app ? "passkeys.orApp" : "recovery.orCode")}
        </h2>
      )}
      {takesCode && (
        <>
          {!steps.passkey && <p className="mt-1 mb-6 text-muted">{t("code.lead")}</p>}
          <AccountForm
            action={giveCode}
            hidden={{ next }}
            submit={t("signIn.submit")}
            waiting={t("waiting")}
            fields={[
              {
                name: "code",
                ...(steps.app
                  ? { label: t("code.code"), help: t("code.help"), autoComplete: "one-time-code" }
                  : { label: t("recovery.code"), help: t("recovery.codeHelp"), autoComplete: "off" }),
                type: "text",
              },
            ]}
          />
        </>
      )}
    </>
  );
}
