import "server-only";
import { getTranslations } from "next-intl/server";
import type { LiveSession } from "@/lib/auth/sessions";
import { env } from "@/lib/env";

/** What an account's holder is told about its second step by an app. */
export async function twoStepsWords({ secondSteps, begunBy }: LiveSession): Promise<string> {
  const t = await getTranslations("desk.accounts.twoSteps");
  if (secondSteps.app) return t("on");
  if (secondSteps.passkey) return t("offPasskey");
  return begunBy === "provider" ? t("offProvider", { provider: env().signOn?.name ?? "" }) : t("off");
}
