"use server";

import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { endOneOfOwn, endOtherSessions } from "@/lib/auth/end-sessions";
import { readForm } from "@/lib/auth/read-form";
import { callOffReset } from "@/lib/auth/second-step-reset";
import { requireOwnSender } from "@/lib/auth/session";
import type { SignedOut } from "@/components/desk/sending/sent-form";
import { orSignedOut } from "../actions/or-signed-out";
import { reachable, refusedFor } from "./answers";
import { setPasswordTyped } from "./set-password-typed";

const passwordForm = z.strictObject({ current: z.string(), password: z.string() });
const sessionForm = z.strictObject({ id: z.guid() });
const othersForm = z.strictObject({ own: z.string().max(10_000).default("") });

/** Changes one's own password, and signs out everywhere else. */
export async function changePassword(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  return reachable({}, async () => {
    const session = await requireOwnSender(form);
    const typed = readForm(form, passwordForm);
    const refused = await setPasswordTyped(session, typed);
    if (refused) return refused;
    const t = await getTranslations("desk.accounts.account");
    return { outcome: "done", says: t("changed") };
  });
}

/** Calls off the reset of one's own second step. */
export async function callOff(form: FormData): Promise<SignedOut | void> {
  return orSignedOut(async () => {
    await callOffReset(await requireOwnSender(form));
    refresh();
  });
}

/** Ends one of one's own sessions; where the password was not said lately, the page asks for it first. */
export async function endOne(form: FormData): Promise<SignedOut | void> {
  return orSignedOut(async () => {
    const session = await requireOwnSender(form);
    const { id } = readForm(form, sessionForm);
    await endOneOfOwn(session, id);
    refresh();
  });
}

/** Ends all of one's own sessions but this one, once the password was said again. */
export async function endOthers(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  return reachable({}, async () => {
    const session = await requireOwnSender(form);
    const { own } = readForm(form, othersForm);
    const outcome = await endOtherSessions(session, own);
    const t = await getTranslations("desk.accounts.account");
    if (outcome.ok) {
      refresh();
      return { outcome: "done", says: t("othersEnded", { count: outcome.value }) };
    }
    if (outcome.reason === "wrong")
      return { outcome: "refused", errors: { own: t("wrongCurrent") }, typed: {} };
    return refusedFor(outcome.reason, {}, outcome.reason === "throttled" ? outcome.seconds : 0);
  });
}
