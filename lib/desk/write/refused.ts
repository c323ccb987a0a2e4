/** Rolls a transaction back with an answer for the form. */
import "server-only";
import { Prisma } from "@/lib/database/generated/client";
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

/** Whether PostgreSQL refused a row because of a foreign key (`foreign`) or a unique rule (`unique`). */
export function brokenConstraint(error: unknown): "foreign" | "unique" | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  if (error.code === "P2003" || error.code === "P2014") return "foreign";
  if (error.code === "P2002") return "unique";
  // Errors of raw statements carry PostgreSQL's own code.
  const text = JSON.stringify(error.meta ?? {}) + error.message;
  if (/\b2350[13]\b|\b23001\b/.test(text)) return "foreign";
  return /\b23505\b/.test(text) ? "unique" : null;
}

/** Whether it is a record's address that was taken. */
export function isAboutSlug(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const text = JSON.stringify(error.meta ?? {}) + error.message;
  return /Record_slug_key|\bslug\b/.test(text);
}
