"use server";
import type { TypedPreview } from "@/components/desk/form/preview/typed-preview";
import { senderOf } from "@/lib/auth/session";
import { previewTyped as read } from "@/lib/desk/read/preview";
import { DraftView } from "../parts/draft-view";
import { reasonOf } from "../wording/answers";
import { readDeskForm } from "./desk-form";

/**
 * What stands in a form as readers would see it, as far as it can be read. It takes what the form's own save takes, and
 * refuses the same callers; nothing is written.
 */
export async function previewTyped(form: FormData): Promise<TypedPreview> {
  const asked = readDeskForm(form); // tampered hidden inputs throw
  try {
    const actor = await senderOf(form);
    if (!actor) return { ok: false, reason: "signedOut" };
    const preview = await read(actor, asked);
    if (!preview) return { ok: false, reason: "missing" };
    return { ok: true, view: <DraftView actor={actor} preview={preview} /> };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
