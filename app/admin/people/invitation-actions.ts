"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { roles } from "@/lib/auth/actor";
import { invite, inviteAgain, type InviteOutcome, withdrawInvitation } from "@/lib/auth/invitations";
import { readForm } from "@/lib/auth/read-form";
import { requireActor } from "@/lib/auth/session";
import { reachable, refusedFields, refusedFor } from "../account/answers";
import { linkDone } from "./link-done";

const inviteForm = z.strictObject({
  email: z.string().max(10_000),
  name: z.string().max(10_000),
  role: z.enum(roles),
});
const invitationForm = z.strictObject({ invitation: z.uuid() });

/** Invites a person to make an account of their own. */
export async function invitePerson(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const typed = readForm(form, inviteForm);
  return reachable(typed, async () => answer(await invite(await requireActor("manage"), typed), typed));
}

/** Makes another link for an invitation; the one before is void. */
export async function sendAgain(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { invitation } = readForm(form, invitationForm);
  return reachable({}, async () => answer(await inviteAgain(await requireActor("manage"), invitation)));
}

/** Takes an invitation back. */
export async function withdraw(form: FormData): Promise<void> {
  const { invitation } = readForm(form, invitationForm);
  await withdrawInvitation(await requireActor("manage"), invitation);
  refresh();
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
