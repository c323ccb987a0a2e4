import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/desk/account/account-form";
import { setupState } from "@/lib/auth/setup";
import { makeFirstAdmin } from "./actions";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the page for making the first account is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.setup"))("title") };
}

/** The first run: with the one-time link the first account is made. */
export default async function SetupPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const brought = typeof token === "string" ? token : "";
  const state = await setupState(brought);
  const t = await getTranslations("desk.accounts");
  return (
    <div className="mx-auto max-w-sm py-8">
      <h1>{t("setup.title")}</h1>
      {state === "open" ? (
        <>
          <p className="mt-1 mb-6 text-muted">{t("setup.lead")}</p>
          <AccountForm
            action={makeFirstAdmin}
            hidden={{ token: brought }}
            submit={t("setup.submit")}
            waiting={t("waiting")}
            fields={[
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
        </>
      ) : (
        <>
          <p className="my-4">{t(`setup.${state}`)}</p>
          {state === "done" && (
            <p>
              <a href="/admin/sign-in">{t("setup.toSignIn")}</a>
            </p>
          )}
        </>
      )}
    </div>
  );
}
