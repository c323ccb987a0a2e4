import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkForm } from "../link-form";
import { acceptInvitation } from "./actions";

/** What the page is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.link"))("invitationTitle") };
}

/** Where a person who was invited makes their account. */
export default function InvitationPage() {
  return <LinkForm what="invitation" action={acceptInvitation} />;
}
