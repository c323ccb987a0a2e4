import "server-only";
import { noteRefusal } from "./security-events";

/** Notes that the present request is none that a form of ours sends. What it held is not kept: it may be anything. */
export function noteTampering(): void {
  noteRefusal(null, { action: "refused.form" });
}
