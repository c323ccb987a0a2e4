import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { requireOwnSession } from "@/lib/auth/session";
import { mayGoWithout } from "@/lib/auth/sessions";
import { ConfirmFirst } from "../confirm-first";
import { ownPasswordField } from "../own-password-field";
import { SetUpForm } from "../set-up-form";
import { twoStepsWords } from "../two-steps-words";
import { endTwoSteps, setUp } from "./actions";

/** What the page for the second step is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.twoSteps"))("title") };
}

/** One's own second step: set up, and given up. */
export default async function TwoStepsPage() {
  const session = await requireOwnSession("/admin/account/two-steps");
  const t = await getTranslations("desk.accounts");
  const isOn = session.secondSteps.app;
  return (
    <div className="max-w-md space-y-6">
      <header>
        <p>
          <a href="/admin/account">{t("account.title")}</a>
        </p>
        <h1 className="mt-2">{t("twoSteps.title")}</h1>
        <p className="mt-1 text-muted">{await twoStepsWords(session)}</p>
      </header>
      {session.begunBy === "provider" && <ConfirmFirst isConfirmed={session.isConfirmed} />}
      {isOn && (session.secondSteps.passkey || mayGoWithout(session.user.role)) && (
        <AccountForm
          action={endTwoSteps}
          submit={t("twoSteps.end")}
          waiting={t("waiting")}
          grave
          fields={await ownPasswordField(session)}
        />
      )}
      {!isOn && <SetUpForm session={session} action={setUp} hidden={{ next: "" }} />}
    </div>
  );
}
