"use server";

import type { AccountFormState } from "@/components/desk/account/form-state";
import { useInvitation } from "@/lib/auth/use-invitation";
import { answerLink } from "../link-answer";

/** Makes the account that a link invites to. */
export async function acceptInvitation(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  return answerLink(form, useInvitation);
}
