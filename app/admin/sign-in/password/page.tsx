import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AccountForm } from "@/components/desk/account/account-form";
import { deskPath, signInPath } from "@/lib/auth/desk-path";
import { currentSession } from "@/lib/auth/session";
import { ownPasswordFields } from "../../account/password-fields";
import { ActionForm } from "@/components/desk/sending/action-form";
import { signOut } from "../../account/sign-out";
import { setOwnPassword } from "./actions";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the page for the first password of one's own is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.ownFirst"))("title") };
}

/** Where a person sets a password of their own instead of the one that an admin made: until then there is nothing else. */
export default async function FirstPasswordPage({ searchParams }: Props) {
  const asked = (await searchParams).next;
  const next = deskPath(typeof asked === "string" ? asked : null);
  const session = await currentSession();
  if (session?.due !== "password") redirect(session ? next : signInPath(next));
  const t = await getTranslations("desk.accounts");
  return (
    <div className="mx-auto max-w-sm py-8">
      <h1>{t("ownFirst.title")}</h1>
      <p className="mt-1 mb-6 text-muted">{t("ownFirst.lead")}</p>
      <AccountForm
        action={setOwnPassword}
        hidden={{ next }}
        submit={t("account.change")}
        waiting={t("waiting")}
        fields={await ownPasswordFields()}
      />
      <ActionForm action={signOut} className="mt-8">
        <button className="btn-quiet">{t("ownFirst.signOut")}</button>
      </ActionForm>
    </div>
  );
}
