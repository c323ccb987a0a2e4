import "server-only";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { AccountFormState } from "@/components/desk/account/form-state";
import { readForm } from "@/lib/auth/read-form";
import type { LinkOutcome } from "@/lib/auth/use-invitation";
import { reachable, refusedFields, refusedFor } from "../account/answers";

const linkForm = z.strictObject({ token: z.string().max(1000), password: z.string().max(10_000) });

/** Reads the form of a one-time link and does what it is for; who has set a password by it goes on to sign in with it. */
export async function answerLink(
  form: FormData,
  use: (typed: { token: string; password: string }) => Promise<LinkOutcome>,
): Promise<AccountFormState> {
  const typed = readForm(form, linkForm);
  return reachable({}, async () => {
    const outcome = await use(typed);
    if (outcome.ok) redirect("/admin/sign-in?password=set");
    // The link stays in its field: it is good until a password is set by it.
    if (outcome.reason === "invalid")
      return refusedFields([{ field: "password", code: outcome.fault }], { token: typed.token });
    return refusedFor(outcome.reason);
  });
}
