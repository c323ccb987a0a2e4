"use client";
import { useWords } from "../form/form-context";
import type { PasteReason } from "./paste-state";

/** Why nothing came of what was asked, with everything still there. */
export function Reason({ reason }: { reason: PasteReason | null }) {
  const word = useWords();
  return reason ? (
    <p role="alert" className="notice notice-danger">
      {word(`paste.reasons.${reason}`)}
    </p>
  ) : null;
}
