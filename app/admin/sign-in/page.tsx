import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { AccountForm } from "@/components/desk/account/account-form";
import { FieldFromAddress } from "@/components/desk/account/field-from-address";
import { deskPath, signInPath } from "@/lib/auth/desk-path";
import { duePaths } from "@/lib/auth/due-step";
import { currentSession } from "@/lib/auth/session";
import { PasskeyForm } from "@/components/desk/account/passkey-form";
import { offerPasskeySignIn } from "../account/passkeys/offers";
import { passkeyWords } from "../account/passkeys/words";
import { signInByForm } from "./actions";
import { signInWithPasskey } from "./passkey-actions";
import { PasswordPart, SignedOutHere, SignOn } from "./sign-on";
import { SignedInAlready } from "./signed-in-already";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the page for signing in is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.signIn"))("title") };
}

/** Where the desk begins for a visitor who is not signed in. */
export default async function SignInPage({ searchParams }: Props) {
  const { next: asked, callbackUrl, error, password, out, anew } = await searchParams;
  const to = asked ?? callbackUrl; // next-auth's name for it, where signing on did not work
  const next = deskPath(typeof to === "string" ? to : null);
  const session = await currentSession();
  if (session && anew !== "1") redirect(session.due ? signInPath(next, duePaths[session.due]) : next);
  const t = await getTranslations("desk.accounts");
  return (
    <div className="mx-auto max-w-sm py-8">
      <h1>{t("signIn.title")}</h1>
      <p className="mt-1 mb-6 text-muted">{t("signIn.lead")}</p>
      {password === "set" && (
        <p role="status" className="notice mb-6 border-ok">
          {t("signIn.passwordSet")}
        </p>
      )}
      {session && <SignedInAlready session={session} next={next} />}
      {out === "here" && <SignedOutHere />}
      <SignOn next={next} error={error} />
      <PasswordPart>
        <AccountForm
          action={signInByForm}
          hidden={{ next }}
          submit={t("signIn.submit")}
          waiting={t("waiting")}
          fields={[
            { name: "email", label: t("email"), type: "email", autoComplete: "username", isFirst: true },
            { name: "password", label: t("password"), type: "password", autoComplete: "current-password" },
          ]}
        />
        <FieldFromAddress field="email" />
        <p className="mt-6">
          <a href="/admin/sign-in/forgotten">{t("signIn.forgotten")}</a>
        </p>
        <div className="mt-8 border-t border-rule pt-6">
          <PasskeyForm
            offer={offerPasskeySignIn}
            action={signInWithPasskey}
            hidden={{ next }}
            submit={t("passkeys.signIn")}
            waiting={t("waiting")}
            grave
            words={await passkeyWords()}
          />
        </div>
      </PasswordPart>
    </div>
  );
}
