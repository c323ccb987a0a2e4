import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { sendsLinks } from "@/lib/auth/one-time-link";
import { askForLink } from "./actions";

/** What the page for a forgotten password is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.forgotten"))("title") };
}

/** Where a person asks for a link to set another password; where no mail is sent it says whom to ask. */
export default async function ForgottenPage() {
  const t = await getTranslations("desk.accounts");
  return (
    <div className="mx-auto max-w-sm py-8">
      <h1>{t("forgotten.title")}</h1>
      {sendsLinks() ? (
        <>
          <p className="mt-1 mb-6 text-muted">{t("forgotten.lead")}</p>
          <AccountForm
            action={askForLink}
            submit={t("forgotten.submit")}
            waiting={t("waiting")}
            fields={[{ name: "email", label: t("email"), type: "email", autoComplete: "username" }]}
          />
        </>
      ) : (
        <p className="my-4">{t("forgotten.noMail")}</p>
      )}
      <p className="mt-6">
        <a href="/admin/sign-in">{t("forgotten.toSignIn")}</a>
      </p>
    </div>
  );
}
