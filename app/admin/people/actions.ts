"use server";

import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { type AccountOutcome, changeRole, disableUser, enableUser } from "@/lib/auth/accounts";
import { type Actor, roles } from "@/lib/auth/actor";
import { endSessionsOfAccount } from "@/lib/auth/end-sessions";
import { forgetPerson } from "@/lib/auth/forget-person";
import { beginPasswordReset } from "@/lib/auth/password-reset";
import { readForm } from "@/lib/auth/read-form";
import { beginReset, endReset, type ResetOutcome } from "@/lib/auth/second-step-reset";
import { requireSender } from "@/lib/auth/session";
import type { SignedOut } from "@/components/desk/sending/sent-form";
import { onceIn } from "../actions/once-in";
import { forSender } from "../actions/or-signed-out";
import { reachable, refusedAccount, refusedFor } from "../account/answers";
import { linkDone } from "./link-done";

const target = { id: z.uuid(), version: z.coerce.number().int().positive() };
const targetForm = z.strictObject(target);
const sessionForm = z.strictObject({ person: z.uuid(), id: z.guid() });
const personOnlyForm = z.strictObject({ person: z.uuid() });
const roleForm = z.strictObject({ ...target, role: z.enum(roles) });

/** Gives a person another role. */
export async function giveRole(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { role, ...seen } = readForm(form, roleForm);
  return change(
    () => requireSender("manage", form).then((admin) => changeRole(admin, seen, role)),
    "roleDone",
    {
      role,
    },
  );
}

/** Closes a person's account. */
export async function disable(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const seen = readForm(form, targetForm);
  return change(() => requireSender("manage", form).then((admin) => disableUser(admin, seen)), "disableDone");
}

/** Opens a person's account again. */
export async function enable(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const seen = readForm(form, targetForm);
  return change(() => requireSender("manage", form).then((admin) => enableUser(admin, seen)), "enableDone");
}

/** Removes a closed account and its holder's name, and goes back to all accounts. */
export async function forget(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const seen = readForm(form, targetForm);
  return reachable({}, async () => {
    const outcome = await forgetPerson(await requireSender("manage", form), seen);
    if (outcome.ok) redirect("/admin/people");
    refresh();
    return refusedFor(outcome.reason);
  });
}

/** Makes a link by which a person sets another password: it goes by mail, or is shown once. */
export async function sendPasswordLink(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const seen = readForm(form, targetForm);
  return reachable({}, async () => {
    const admin = await requireSender("manage", form);
    const outcome = await beginPasswordReset(admin, { ...seen, once: onceIn(form) });
    refresh();
    if (!outcome.ok) return refusedFor(outcome.reason);
    const { account, link } = outcome;
    return linkDone({ ...account, link }, { mailed: "passwordMailed", shown: "passwordShown" });
  });
}

/** Ends one session of a person. */
export async function endSession(form: FormData): Promise<SignedOut | void> {
  const { person, id } = readForm(form, sessionForm);
  return forSender("manage", form, async (admin) => {
    await endSessionsOfAccount(admin, person, id);
    refresh();
  });
}

/** Ends all sessions of a person, who may sign in again. */
export async function endSessions(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { person } = readForm(form, personOnlyForm);
  return reachable({}, async () => {
    const count = await endSessionsOfAccount(await requireSender("manage", form), person);
    refresh();
    const t = await getTranslations("desk.accounts.people");
    return { outcome: "done", says: t("sessionsEnded", { count }) };
  });
}

/** Begins to take a lost second step from a person's account. */
export async function beginStepReset(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  return reset(form, beginReset, "resetBegun");
}

/** Takes a lost second step from a person's account, where another admin has begun it or its time has come. */
export async function endStepReset(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  return reset(form, endReset, "resetDone");
}

async function reset(
  form: FormData,
  act: (admin: Actor, person: string) => Promise<ResetOutcome>,
  done: "resetBegun" | "resetDone",
): Promise<AccountFormState> {
  const { person } = readForm(form, personOnlyForm);
  return reachable({}, async () => {
    const outcome = await act(await requireSender("manage", form), person);
    refresh();
    if (!outcome.ok) return refusedFor(outcome.reason);
    const t = await getTranslations("desk.accounts.people");
    return { outcome: "done", says: t(done) };
  });
}

async function change(
  make: () => Promise<AccountOutcome>,
  done: string,
  typed: Record<string, string> = {},
): Promise<AccountFormState> {
  return reachable(typed, async () => {
    const outcome = await make();
    refresh(); // also when refused: what stands now is what should be looked at
    if (!outcome.ok) return refusedAccount(outcome, typed);
    const t = await getTranslations("desk");
    const { name, role } = outcome.account;
    return { outcome: "done", says: t(`accounts.people.${done}`, { name, role: t(`roles.${role}`) }) };
  });
}
