import "server-only";
import type { SignedOut } from "@/components/desk/sending/sent-form";
import { NotSignedIn } from "@/lib/auth/session";

/** What is done for a form, or that its sender is not signed in: then nothing was done, and the form still holds what was typed. */
export async function orSignedOut<T>(work: () => Promise<T>): Promise<T | SignedOut> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotSignedIn) return { reason: "signedOut" };
    throw error;
  }
}
