import "server-only";
import { z } from "zod";
import { tampered } from "@/lib/auth/read-form";
import { onceName } from "@/lib/domain/sender";

/** The id under which what a form asks for is done, so that it is done once however often it is sent; undefined without scripts. */
export function onceIn(form: FormData): string | undefined {
  const sent = z
    .uuid()
    .optional()
    .safeParse(form.get(onceName) ?? undefined);
  if (!sent.success) throw tampered("an id that no form of ours makes");
  return sent.data;
}
