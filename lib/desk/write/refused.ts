/** Rolls a transaction back with an answer for the form. */
import "server-only";
import type { EntryName, Refusal } from "../outcome";

/** Thrown in the middle of a write: a transaction is rolled back, and the refusal becomes the outcome. */
export class Refused extends Error {
  override readonly name = "Refused";
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

/** What work answers, or the refusal with which it was broken off. */
export async function orRefusal<T>(work: Promise<T>): Promise<T | Refusal> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** The refusal to write in a dossier that is in the trash. */
export function inTrashedDossier({ id, title }: Omit<EntryName, "kind">): Refusal {
  return { ok: false, reason: "blocked", code: "dossierTrashed", records: [{ id, kind: "dossier", title }] };
}
