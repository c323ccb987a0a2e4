"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { deskPath } from "@/lib/auth/desk-path";
import { readForm } from "@/lib/auth/read-form";
import { signIn } from "@/lib/auth/sign-in";
import { reachable, refusedFor } from "../account/answers";
import { caller, giveSession } from "../account/session-cookies";

const signInForm = z.strictObject({
  email: z.string().max(10_000),
  password: z.string().max(10_000),
  next: z.string().max(10_000),
});

/** Signs in and goes on to where the form leads. */
export async function signInByForm(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { email, password, next } = readForm(form, signInForm);
  return reachable({ email }, async () => {
    const outcome = await signIn({ email, password }, await caller());
    if (!outcome.ok) {
      const refused = await refusedFor(
        outcome.reason,
        { email },
        outcome.reason === "throttled" ? outcome.seconds : 0,
      );
      // What can be mended stands beside the field that mends it.
      return outcome.reason === "wrong" && refused.says
        ? { ...refused, says: undefined, errors: { password: refused.says } }
        : refused;
    }
    await giveSession(outcome.sid, outcome.browserCookie);
    redirect(deskPath(next));
  });
}
