import "server-only";
import { getTranslations } from "next-intl/server";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { changeOwnPassword } from "@/lib/auth/own-password";
import type { LiveSession } from "@/lib/auth/sessions";
import { refusedFields, refusedFor } from "./answers";
import { caller, giveSession } from "./session-cookies";

/** Changes one's own password and gives this browser its new session; returns what the form is answered where that is refused. */
export async function setPasswordTyped(
  session: LiveSession,
  typed: { current: string; password: string },
): Promise<AccountFormState | null> {
  const outcome = await changeOwnPassword(session, typed, await caller());
  if (outcome.ok) {
    await giveSession(outcome.sid, outcome.browserCookie);
    return null;
  }
  if (outcome.reason === "wrong") {
    const t = await getTranslations("desk.accounts.account");
    return { outcome: "refused", errors: { current: t("wrongCurrent") }, typed: {} };
  }
  if (outcome.reason === "invalid") return refusedFields([{ field: "password", code: outcome.fault }]);
  return refusedFor(outcome.reason, {}, outcome.reason === "throttled" ? outcome.seconds : 0);
}
