"use server";

import { getTranslations } from "next-intl/server";
import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { roles } from "@/lib/auth/actor";
import { invite, inviteAgain, type InviteOutcome, withdrawInvitation } from "@/lib/auth/invitations";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import type { SignedOut } from "@/components/desk/sending/sent-form";
import { onceIn } from "../actions/once-in";
import { forSender } from "../actions/or-signed-out";
import { reachable, refusedFields, refusedFor } from "../account/answers";
import { linkDone } from "./link-done";
import { scope, tickedDossiers } from "./read-limits-form";

const details = {
  email: z.string().max(10_000),
  name: z.string().max(10_000),
  role: z.enum(roles),
};
/** A box that is ticked for each dossier besides. */
const inviteForm = z
  .object({ ...details, scope })
  .catchall(z.literal("on"))
  .refine(
    ({ email: _email, name: _name, role: _role, scope: _scope, ...ticks }) => tickedDossiers(ticks) !== null,
    "what is no box of the form",
  );
const invitationForm = z.strictObject({ invitation: z.uuid() });

/** Invites a person to make an account of their own. */
export async function invitePerson(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { email, name, role, scope: asked, ...ticks } = readForm(form, inviteForm);
  const ticked = tickedDossiers(ticks) ?? [];
  const typed = { email, name, role, scope: asked, dossiers: ticked.join(" ") };
  return reachable(typed, async () => {
    const admin = await requireSender("manage", form);
    const dossiers = asked === "some" ? ticked : null;
    const t = await getTranslations("desk.accounts.limits");
    const refused = (says: string) => ({ outcome: "refused" as const, says, errors: {}, typed });
    if (dossiers?.length === 0) return refused(t("tickOne"));
    if (dossiers && role === "admin") return refused(t("admin"));
    return answer(await invite(admin, { email, name, role, dossiers, once: onceIn(form) }), typed);
  });
}

/** Makes another link for an invitation; the one before is void. */
export async function sendAgain(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { invitation } = readForm(form, invitationForm);
  return reachable({}, async () =>
    answer(await inviteAgain(await requireSender("manage", form), invitation, { once: onceIn(form) })),
  );
}

/** Takes an invitation back. */
export async function withdraw(form: FormData): Promise<SignedOut | void> {
  const { invitation } = readForm(form, invitationForm);
  return forSender("manage", form, async (admin) => {
    await withdrawInvitation(admin, invitation);
    refresh();
  });
}

async function answer(outcome: InviteOutcome, typed: Record<string, string> = {}): Promise<AccountFormState> {
  refresh();
  if (outcome.ok)
    return linkDone(
      { ...outcome.invitation, link: outcome.link },
      { mailed: "inviteMailed", shown: "inviteShown" },
    );
  return outcome.reason === "invalid"
    ? refusedFields(outcome.problems, typed)
    : refusedFor(outcome.reason, typed);
}
