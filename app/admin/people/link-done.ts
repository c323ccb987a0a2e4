import "server-only";
import { getTranslations } from "next-intl/server";
import type { AccountFormState } from "@/components/desk/account/form-state";

interface Made {
  name: string;
  email: string;
  /** The link, to be shown this once; null where it goes by mail. */
  link: string | null;
}

/** What a form is answered that has made a one-time link for a person; `says` are keys under `desk.accounts.people`. */
export async function linkDone(
  { name, email, link }: Made,
  says: { mailed: string; shown: string },
): Promise<AccountFormState> {
  const t = await getTranslations("desk.accounts.people");
  if (link === null) return { outcome: "done", says: t(says.mailed, { email }) };
  const shownOnce = { label: t("inviteLink", { name }), text: link };
  return { outcome: "done", says: t(says.shown, { name }), shownOnce };
}
