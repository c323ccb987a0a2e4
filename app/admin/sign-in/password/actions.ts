"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { deskPath, signInPath } from "@/lib/auth/desk-path";
import { readForm } from "@/lib/auth/read-form";
import { currentSession } from "@/lib/auth/session";
import { reachable } from "../../account/answers";
import { setPasswordTyped } from "../../account/set-password-typed";

const firstForm = z.strictObject({
  current: z.string().max(10_000),
  password: z.string().max(10_000),
  next: z.string().max(10_000),
});

/** Sets one's own password instead of the one that an admin made, and goes on to where the form leads. */
export async function setOwnPassword(_last: AccountFormState, form: FormData): Promise<AccountFormState> {
  const { next, ...typed } = readForm(form, firstForm);
  return reachable({}, async () => {
    const session = await currentSession();
    if (session?.due !== "password") redirect(session ? deskPath(next) : signInPath(next));
    return (await setPasswordTyped(session, typed)) ?? redirect(deskPath(next));
  });
}
