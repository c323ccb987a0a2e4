import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { deskPath, signInPath } from "@/lib/auth/desk-path";
import { currentSession } from "@/lib/auth/session";
import { AddPasskey } from "../../account/passkeys/add-passkey";
import { SetUpForm } from "../../account/set-up-form";
import { ActionForm } from "@/components/desk/sending/action-form";
import { signOut } from "../../account/sign-out";
import { setUp } from "../../account/two-steps/actions";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the page for setting up a second step is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.twoSteps"))("title") };
}

/** Where a person sets up the second step that their role asks for: until then there is nothing else. */
export default async function NeededSecondStepPage({ searchParams }: Props) {
  const asked = (await searchParams).next;
  const next = deskPath(typeof asked === "string" ? asked : null);
  const session = await currentSession();
  if (session?.due !== "enrol") redirect(session ? next : signInPath(next));
  const t = await getTranslations("desk.accounts");
  return (
    <div className="mx-auto max-w-md py-8">
      <h1>{t("twoSteps.title")}</h1>
      <p className="mt-1 mb-6 text-muted">{t("twoSteps.needed")}</p>
      <SetUpForm session={session} action={setUp} hidden={{ next }} />
      {session.isConfirmed && (
        <>
          <h2 className="mt-8 mb-4 font-serif text-lead">{t("passkeys.orPasskey")}</h2>
          <AddPasskey next={next} />
        </>
      )}
      <ActionForm action={signOut} className="mt-8">
        <button className="btn-quiet">{t("ownFirst.signOut")}</button>
      </ActionForm>
    </div>
  );
}
