"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { checkAddresses, mostAddresses, type SeenAddress } from "@/lib/desk/write/check-addresses";
import type { SignedOut } from "@/components/desk/sending/sent-form";
import { forSender } from "../actions/or-signed-out";
import { tampered } from "@/lib/auth/read-form";

/** As `seenAddress` writes it. */
const seen = z
  .string()
  .max(3000)
  .transform((text): SeenAddress => ({ id: text.slice(0, 36), address: text.slice(37) }))
  .refine(({ id }) => z.uuid().safeParse(id).success);

const form = z.strictObject({
  row: z.array(seen).max(mostAddresses * 2),
  answers: z.enum(["yes", "no"]),
  /** Whether it was said beside a source, whose page stays. */
  beside: z.literal("yes").optional(),
});

/** Notes of the ticked addresses that someone has looked at them, and whether they answer. */
export async function markAddresses(sent: FormData): Promise<SignedOut | void> {
  if (!(sent instanceof FormData)) throw tampered("no form came");
  const read = form.safeParse({
    row: sent.getAll("row"),
    answers: sent.get("answers"),
    beside: sent.get("beside") ?? undefined,
  });
  if (!read.success) throw tampered(z.prettifyError(read.error));
  const { row, answers, beside } = read.data;
  return forSender("write", sent, async (actor) => {
    const count = await checkAddresses(actor, row, answers === "yes");
    if (beside) return refresh();
    redirect(`/admin/addresses?noted=${count}`);
  });
}
