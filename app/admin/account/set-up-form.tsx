import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { CodePicture } from "@/components/desk/account/code-picture";
import type { AccountFormAction } from "@/components/desk/account/form-state";
import { appAddress, proposalFor } from "@/lib/auth/one-time-code";
import type { LiveSession } from "@/lib/auth/sessions";
import { ownPasswordField } from "./own-password-field";

interface Props {
  session: LiveSession;
  action: AccountFormAction;
  hidden?: Record<string, string>;
}

/**
 * How an app is brought into use as the second step: its secret as a picture and as text, codes for when
 * it is lost, and the code that it shows then.
 */
export async function SetUpForm({ session, action, hidden }: Props) {
  const t = await getTranslations("desk.accounts");
  const { secret, codes } = proposalFor(session.id);
  return (
    <div className="space-y-6">
      <p>{t("twoSteps.read")}</p>
      <CodePicture text={appAddress(secret, session.user.email)} label={t("twoSteps.picture")} />
      <p>
        {t("twoSteps.orType")} <code>{secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <div>
        <p>{t("twoSteps.codes")}</p>
        <ul className="mt-2 grid grid-cols-[repeat(auto-fit,minmax(15rem,1fr))] gap-x-6 font-mono text-note whitespace-nowrap">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <AccountForm
        action={action}
        hidden={hidden}
        submit={t("twoSteps.submit")}
        waiting={t("waiting")}
        fields={[
          {
            name: "code",
            label: t("code.code"),
            help: t("twoSteps.codeHelp"),
            type: "text",
            autoComplete: "one-time-code",
          },
          ...(await ownPasswordField(session)),
        ]}
      />
    </div>
  );
}
