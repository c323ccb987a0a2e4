"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import { verify } from "@/lib/desk/publish/verify";
import { kinds } from "@/lib/domain/kinds/registry";
import type { VerifyAnswer } from "@/components/desk/verify-form";
import { isSignedOut } from "@/components/desk/sending/sent-form";
import { reasonOf } from "../wording/answers";
import { orSignedOut } from "./or-signed-out";
import { sentTarget } from "./sent-target";

const sent = z.strictObject(sentTarget);

/** Marks a published record as checked today; says why where that cannot be. */
export async function markVerified(_last: VerifyAnswer, form: FormData): Promise<VerifyAnswer> {
  const target = readForm(form, sent);
  const ask = async () => verify(await requireSender("publish", form), target);
  const outcome = await orSignedOut(ask).catch(reasonOf);
  if (typeof outcome === "string") return { reason: outcome };
  if (isSignedOut(outcome)) return outcome;
  if (outcome.ok) {
    revalidatePath(`/admin/${kinds[target.kind].path}/${target.id}`);
    return { done: true };
  }
  return outcome.reason === "stale" ? { reason: "stale", by: outcome.by } : { reason: "refused" };
}
