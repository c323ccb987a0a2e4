import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AccountForm } from "@/components/desk/account/account-form";
import { deskPath, signInPath } from "@/lib/auth/desk-path";
import { currentSession } from "@/lib/auth/session";
import { signOut } from "../../account/sign-out";
import { giveCode } from "./actions";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the page for the code is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.code"))("title") };
}

/** The second step of signing in: until its code is given there is nothing else. */
export default async function CodePage({ searchParams }: Props) {
  const asked = (await searchParams).next;
  const next = deskPath(typeof asked === "string" ? asked : null);
  const session = await currentSession();
  if (session?.due !== "code") redirect(session ? next : signInPath(next));
  const t = await getTranslations("desk.accounts");
  return (
    <div className="mx-auto max-w-sm py-8">
      <h1>{t("code.title")}</h1>
      <p className="mt-1 mb-6 text-muted">{t("code.lead")}</p>
      <AccountForm
        action={giveCode}
        hidden={{ next }}
        submit={t("signIn.submit")}
        waiting={t("waiting")}
        fields={[
          {
            name: "code",
            label: t("code.code"),
            help: t("code.help"),
            type: "text",
            autoComplete: "one-time-code",
          },
        ]}
      />
      <form action={signOut} className="mt-8">
        <button className="btn-quiet">{t("ownFirst.signOut")}</button>
      </form>
    </div>
  );
}
