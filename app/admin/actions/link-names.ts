"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { LinkAnswer } from "@/components/desk/people/link-names-form";
import { readForm } from "@/lib/auth/read-form";
import { linkNames } from "@/lib/desk/people/plain-names";
import { orReason } from "../wording/answers";
import { forSender } from "./or-signed-out";

const sent = z.strictObject({ person: z.uuid() });

/** Has every record that names a person by a plain name, of the same country, refer to the person. */
export async function linkPlainNames(_last: LinkAnswer, form: FormData): Promise<LinkAnswer> {
  const { person } = readForm(form, sent);
  const answer = forSender("write", form, async (actor) => {
    const { linked, waiting, left } = await linkNames(actor, person);
    revalidatePath(`/admin/persons/${person}`);
    return { linked, waiting: waiting.length, left: left.length };
  });
  return answer.catch(orReason);
}
