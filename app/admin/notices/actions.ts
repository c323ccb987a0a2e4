"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { readForm } from "@/lib/auth/read-form";
import { requireActor } from "@/lib/auth/session";
import { markRead } from "@/lib/desk/notices/read-notices";

/** Notes that the caller has read what they were told: of one record, or all of it. */
export async function readNotices(form: FormData): Promise<void> {
  const { entry } = readForm(form, z.strictObject({ entry: z.uuid().optional() }));
  await markRead(await requireActor("read"), entry);
  // The number above every page of the desk.
  revalidatePath("/admin", "layout");
}
