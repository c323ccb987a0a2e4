"use server";

import type { AccountFormState } from "@/components/desk/account/form-state";
import { useResetLink } from "@/lib/auth/password-reset";
import { answerLink } from "../link-answer";

/** Sets another password by a link, and signs its holder out everywhere. */
export async function setPasswordByLink(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  return answerLink(form, useResetLink);
}
