"use server";

import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { deskPath } from "@/lib/auth/desk-path";
import { mostPasskeys } from "@/lib/auth/passkeys/offers";
import { addPasskey, removePasskey, renamePasskey } from "@/lib/auth/passkeys/own-passkeys";
import { longestAnswer } from "@/lib/auth/passkeys/read-answer";
import { readForm } from "@/lib/auth/read-form";
import { requireOwnSender } from "@/lib/auth/session";
import { reachable, refusedFields, refusedFor } from "../answers";
import { caller, giveSessionAlone } from "../session-cookies";

const addForm = z.strictObject({
  name: z.string().max(1000),
  answer: z.string().max(longestAnswer),
  next: z.string().max(10_000),
});
const renameForm = z.strictObject({ id: z.uuid(), name: z.string().max(1000) });
const removeForm = z.strictObject({ id: z.uuid() });

/** Adds the passkey that the browser has made, and goes on to where the form leads, if anywhere. Also where the role asks for it. */
export async function addOwnPasskey(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { name, answer, next } = readForm(form, addForm);
  return reachable({ name }, async () => {
    const session = await requireOwnSender(form, [null, "enrol"]);
    const outcome = await addPasskey(session, { name, answer }, await caller());
    const t = await getTranslations("desk.accounts.passkeys");
    if (outcome.ok) {
      await giveSessionAlone(outcome.sid);
      if (next !== "") redirect(deskPath(next));
      return { outcome: "done", says: t("added", { name: outcome.name }) };
    }
    switch (outcome.reason) {
      case "invalid":
        return refusedFields([{ field: "name", code: outcome.fault }], { name });
      case "unconfirmed":
        return refusedFor("unconfirmed", { name });
      case "tooMany":
      case "wrong":
        return says(t(outcome.reason, { count: mostPasskeys }), { name });
    }
  });
}

/** Gives one of one's own passkeys another name. */
export async function renameOwnPasskey(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { id, name } = readForm(form, renameForm);
  return reachable({ name }, async () => {
    const fault = await renamePasskey(await requireOwnSender(form), { id, name });
    if (fault) return refusedFields([{ field: "name", code: fault }], { name });
    refresh();
    const t = await getTranslations("desk.accounts.passkeys");
    return { outcome: "done", says: t("renamed") };
  });
}

/** Removes one of one's own passkeys. */
export async function removeOwnPasskey(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { id } = readForm(form, removeForm);
  return reachable({}, async () => {
    const outcome = await removePasskey(await requireOwnSender(form), id);
    if (outcome.ok) {
      refresh();
      return { outcome: "none" };
    }
    if (outcome.reason === "unconfirmed") return refusedFor("unconfirmed");
    const t = await getTranslations("desk.accounts.passkeys");
    return says(t(outcome.reason));
  });
}

const says = (text: string, typed: Record<string, string> = {}): AccountFormState => ({
  ...{ outcome: "refused", says: text, errors: {}, typed },
});
