import "server-only";
import { getTranslations } from "next-intl/server";
import type { AccountField } from "@/components/desk/account/form-state";
import type { LiveSession } from "@/lib/auth/sessions";

/** The field for one's own password, of forms that ask for it again; none for who signed on through the provider. */
export async function ownPasswordField(
  { begunBy }: Pick<LiveSession, "begunBy">,
  { help }: { help?: string } = {},
): Promise<AccountField[]> {
  if (begunBy === "provider") return [];
  const t = await getTranslations("desk.accounts.account");
  const label = t("ownPassword");
  return [
    { name: "own", label, ...(help ? { help } : {}), type: "password", autoComplete: "current-password" },
  ];
}
