"use server";
import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import { makeCalendarLink, revokeCalendarLink } from "@/lib/desk/settings/calendar-links";
import { siteUrl } from "@/lib/site";
import { reachable, refusedFor } from "../account/answers";

const dossierForm = z.strictObject({ dossier: z.uuid() });
const linkForm = z.strictObject({ id: z.uuid() });

/** Makes a private address of a dossier's calendar, which is shown this once. */
export async function makeAddress(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { dossier } = readForm(form, dossierForm);
  return reachable({}, async () => {
    const made = await makeCalendarLink(await requireSender("write", form), dossier);
    const t = await getTranslations("desk.calendar");
    if (!made.ok)
      return made.reason === "unconfirmed"
        ? refusedFor("unconfirmed", {})
        : { outcome: "refused", says: t("refused"), errors: {}, typed: {} };
    refresh();
    const address = siteUrl(`/admin/calendar/${made.token}.ics`);
    return { outcome: "done", says: t("made"), shownOnce: { label: t("address"), text: address } };
  });
}

/** Revokes a private address: what it led to is not there any more. */
export async function revokeAddress(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { id } = readForm(form, linkForm);
  return reachable({}, async () => {
    await revokeCalendarLink(await requireSender("write", form), id);
    refresh();
    return { outcome: "done", says: (await getTranslations("desk.calendar"))("revoked") };
  });
}
