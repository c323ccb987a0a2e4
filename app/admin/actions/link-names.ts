"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { LinkAnswer } from "@/components/desk/people/link-names-form";
import { readForm } from "@/lib/auth/read-form";
import { requireActor } from "@/lib/auth/session";
import { linkNames } from "@/lib/desk/people/plain-names";
import { reasonOf } from "../wording/answers";

const sent = z.strictObject({ person: z.uuid() });

/** Has every record that names a person by a plain name, of the same country, refer to the person. */
export async function linkPlainNames(_last: LinkAnswer, form: FormData): Promise<LinkAnswer> {
  const { person } = readForm(form, sent);
  try {
    const { linked, waiting, left } = await linkNames(await requireActor("write"), person);
    revalidatePath(`/admin/persons/${person}`);
    return { linked, waiting: waiting.length, left: left.length };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}
