"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { LinkAnswer } from "@/components/desk/people/link-names-form";
import { readForm } from "@/lib/auth/read-form";
import { requireSender } from "@/lib/auth/session";
import { linkNames } from "@/lib/desk/people/plain-names";
import { isSignedOut } from "@/components/desk/sending/sent-form";
import { reasonOf } from "../wording/answers";
import { orSignedOut } from "./or-signed-out";

const sent = z.strictObject({ person: z.uuid() });

/** Has every record that names a person by a plain name, of the same country, refer to the person. */
export async function linkPlainNames(_last: LinkAnswer, form: FormData): Promise<LinkAnswer> {
  const { person } = readForm(form, sent);
  const ask = async () => linkNames(await requireSender("write", form), person);
  const outcome = await orSignedOut(ask).catch(reasonOf);
  if (typeof outcome === "string") return { reason: outcome };
  if (isSignedOut(outcome)) return outcome;
  revalidatePath(`/admin/persons/${person}`);
  const { linked, waiting, left } = outcome;
  return { linked, waiting: waiting.length, left: left.length };
}
