/** What the desk answers to a form that asks how it would look to readers. */
import type { ReactNode } from "react";

export type TypedPreview =
  | { ok: true; view: ReactNode }
  /** `missing`: the record or its dossier is not there any more. */
  | { ok: false; reason: "signedOut" | "forbidden" | "unavailable" | "missing" };

/** Draws what a form holds as readers would see it. */
export type PreviewTyped = (form: FormData) => Promise<TypedPreview>;
