import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import type { AccountFormAction } from "@/components/desk/account/form-state";
import { FieldFromAddress } from "@/components/desk/account/field-from-address";

interface Props {
  what: "invitation" | "reset";
  action: AccountFormAction;
}

/** A page to which a one-time link leads: a password is set by it. Where scripts are off the link is pasted. */
export async function LinkForm({ what, action }: Props) {
  const t = await getTranslations("desk.accounts");
  return (
    <div className="mx-auto max-w-sm py-8">
      <h1>{t(`link.${what}Title`)}</h1>
      <p className="mt-1 mb-6 text-muted">{t(`link.${what}Lead`)}</p>
      <AccountForm
        action={action}
        submit={t(`link.${what}Submit`)}
        waiting={t("waiting")}
        fields={[
          {
            name: "token",
            label: t("link.token"),
            help: t("link.tokenHelp"),
            type: "password",
            autoComplete: "off",
          },
          {
            name: "password",
            label: t("link.password"),
            help: t("passwordHelp"),
            type: "password",
            autoComplete: "new-password",
          },
        ]}
      />
      <FieldFromAddress field="token" />
    </div>
  );
}
