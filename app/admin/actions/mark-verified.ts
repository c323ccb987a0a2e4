"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { readForm } from "@/lib/auth/read-form";
import { verify } from "@/lib/desk/publish/verify";
import { kinds } from "@/lib/domain/kinds/registry";
import type { VerifyAnswer } from "@/components/desk/verify-form";
import { orReason } from "../wording/answers";
import { forSender } from "./or-signed-out";
import { sentTarget } from "./sent-target";

const sent = z.strictObject(sentTarget);

/** Marks a published record as checked today; says why where that cannot be. */
export async function markVerified(_last: VerifyAnswer, form: FormData): Promise<VerifyAnswer> {
  const target = readForm(form, sent);
  const answer = forSender("publish", form, async (actor): Promise<VerifyAnswer> => {
    const outcome = await verify(actor, target);
    if (outcome.ok) {
      revalidatePath(`/admin/${kinds[target.kind].path}/${target.id}`);
      return { done: true };
    }
    return outcome.reason === "stale" ? { reason: "stale", by: outcome.by } : { reason: "refused" };
  });
  return answer.catch(orReason);
}
