"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { readForm } from "@/lib/auth/read-form";
import type { SignedOut } from "@/components/desk/sending/sent-form";
import { forSender } from "../actions/or-signed-out";
import { markRead } from "@/lib/desk/notices/read-notices";

/** Notes that the caller has read what they were told: of one record, or all of it. */
export async function readNotices(form: FormData): Promise<SignedOut | void> {
  const { entry } = readForm(form, z.strictObject({ entry: z.uuid().optional() }));
  return forSender("read", form, async (actor) => {
    await markRead(actor, entry);
    // The number above every page of the desk.
    revalidatePath("/admin", "layout");
  });
}
