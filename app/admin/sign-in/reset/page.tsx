import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkForm } from "../link-form";
import { setPasswordByLink } from "./actions";

/** What the page is called. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.accounts.link"))("resetTitle") };
}

/** Where a person sets another password by a link. */
export default function ResetPage() {
  return <LinkForm what="reset" action={setPasswordByLink} />;
}
