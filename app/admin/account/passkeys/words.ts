import "server-only";
import { getTranslations } from "next-intl/server";
import type { PasskeyWords } from "@/components/desk/account/passkey-form";

/** What a form for passkeys says where the browser stands in the way. */
export async function passkeyWords(): Promise<PasskeyWords> {
  const t = await getTranslations("desk.accounts.passkeys");
  return {
    known: t("known"),
    stopped: t("stopped"),
    failed: t("failed"),
    unsupported: t("unsupported"),
    withoutScripts: t("withoutScripts"),
  };
}
