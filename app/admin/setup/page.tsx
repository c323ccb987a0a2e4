import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { FieldFromAddress } from "@/components/desk/account/field-from-address";
import { isSetUp } from "@/lib/auth/setup";
import { makeFirstAdmin } from "./actions";

/** What the page for making the first account is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.setup"))("title") };
}

/** The first run: with the one-time link the first account is made. */
export default async function SetupPage() {
  const isDone = await isSetUp();
  const t = await getTranslations("desk.accounts");
  return (
    <div className="mx-auto max-w-sm py-8">
      <h1>{t("setup.title")}</h1>
      {isDone ? (
        <>
          <p className="my-4">{t("setup.done")}</p>
          <p>
            <a href="/admin/sign-in">{t("setup.toSignIn")}</a>
          </p>
        </>
      ) : (
        <>
          <p className="mt-1 mb-6 text-muted">{t("setup.lead")}</p>
          <AccountForm
            action={makeFirstAdmin}
            submit={t("setup.submit")}
            waiting={t("waiting")}
            fields={[
              {
                name: "token",
                label: t("setup.token"),
                help: t("setup.tokenHelp"),
                type: "password",
                autoComplete: "off",
              },
              { name: "name", label: t("name"), type: "text", autoComplete: "name" },
              { name: "email", label: t("email"), type: "email", autoComplete: "username" },
              {
                name: "password",
                label: t("password"),
                help: t("passwordHelp"),
                type: "password",
                autoComplete: "new-password",
              },
            ]}
          />
          <FieldFromAddress field="token" />
        </>
      )}
    </div>
  );
}
