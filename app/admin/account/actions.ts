"use server";

import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { changeOwnPassword } from "@/lib/auth/own-password";
import { readForm } from "@/lib/auth/read-form";
import { currentSession } from "@/lib/auth/session";
import type { LiveSession } from "@/lib/auth/sessions";
import { endOwnSession, endOtherSessions } from "@/lib/auth/sessions";
import { reachable, refusedFields, refusedFor } from "./answers";
import { caller, giveSession } from "./session-cookies";

const passwordForm = z.strictObject({ current: z.string(), password: z.string() });
const sessionForm = z.strictObject({ id: z.uuid() });
const emptyForm = z.strictObject({});

/** What concerns only one's own account needs a session, but no role. */
async function requireSession(): Promise<LiveSession> {
  return (await currentSession()) ?? redirect("/admin/sign-in?next=/admin/account");
}

/** Changes one's own password, and signs out everywhere else. */
export async function changePassword(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  return reachable({}, async () => {
    const session = await requireSession();
    const typed = readForm(form, passwordForm);
    const outcome = await changeOwnPassword(session, typed, (await caller()).browserCookie);
    const t = await getTranslations("desk.accounts.account");
    if (outcome.ok) {
      await giveSession(outcome.sid, outcome.browserCookie);
      return { outcome: "done", says: t("changed") };
    }
    if (outcome.reason === "wrong")
      return { outcome: "refused", errors: { current: t("wrongCurrent") }, typed: {} };
    if (outcome.reason === "invalid") return refusedFields([{ field: "password", code: outcome.fault }]);
    return refusedFor(outcome.reason, {}, outcome.reason === "throttled" ? outcome.seconds : 0);
  });
}

/** Ends one of one's own sessions. */
export async function endOne(form: FormData): Promise<void> {
  const session = await requireSession();
  const { id } = readForm(form, sessionForm);
  await endOwnSession(session.user.id, id);
  refresh();
}

/** Ends all of one's own sessions but this one. */
export async function endOthers(form: FormData): Promise<void> {
  const session = await requireSession();
  readForm(form, emptyForm);
  await endOtherSessions(session);
  refresh();
}
