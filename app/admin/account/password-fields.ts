import "server-only";
import { getTranslations } from "next-intl/server";
import type { AccountField } from "@/components/desk/account/form-state";

/** The fields with which one sets a password of one's own: the present one, and the new one. */
export async function ownPasswordFields(): Promise<AccountField[]> {
  const t = await getTranslations("desk.accounts");
  return [
    { name: "current", label: t("account.current"), type: "password", autoComplete: "current-password" },
    {
      name: "password",
      label: t("account.new"),
      help: t("passwordHelp"),
      type: "password",
      autoComplete: "new-password",
    },
  ];
}
