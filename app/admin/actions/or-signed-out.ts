import "server-only";
import type { SignedOut } from "@/components/desk/sending/sent-form";
import type { Ability, Actor } from "@/lib/auth/actor";
import { NotSignedIn, requireSender } from "@/lib/auth/session";

/** What is done for a form, or that its sender is not signed in: then nothing was done, and the form still holds what was typed. */
export async function orSignedOut<T>(work: () => Promise<T>): Promise<T | SignedOut> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotSignedIn) return { reason: "signedOut" };
    throw error;
  }
}

/** The same for a form that its sender may send: what is done for them as the actor. @throws {Forbidden} for a sender who may not. */
export function forSender<T>(
  ability: Ability,
  form: FormData,
  work: (actor: Actor) => Promise<T>,
): Promise<T | SignedOut> {
  return orSignedOut(async () => work(await requireSender(ability, form)));
}
