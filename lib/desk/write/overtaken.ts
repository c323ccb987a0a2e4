/** Writes that another write overtakes between their reads and their statement. */
import "server-only";
import { sqlErrorOf } from "@/lib/database/sql-error";

// What a write's own reads have found to be in order, and the database then refused: something was put into the
// trash, or an address or a unique value was taken, in between.
const readBefore: ReadonlySet<string | null> = new Set([
  "EntryLink_toId_fkey",
  "Entry_liveDossierId_fkey",
  "Record_slug_key",
  "Record_unique_key",
  "Dossier_slug_key",
  "Dossier_pair_key",
  "SlugAlias_pkey",
  "SourceNumber_dossierId_number_key",
]);

/** Thrown by a write that meets what its own reads, a moment before, found to be otherwise. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/** Whether an error means that another write came first, so that the same write done again may come out otherwise. */
export function isOvertaken(error: unknown): boolean {
  if (error instanceof Overtaken) return true;
  const refused = sqlErrorOf(error);
  if (!refused) return false;
  // 40001: could not be serialised; 40P01: one of two that waited for each other was broken off.
  return refused.code === "40001" || refused.code === "40P01" || readBefore.has(refused.constraint);
}

/**
 * Does a write, and does it again from its reads on where another write overtook it: the reads then tell what stands
 * in the way. `write` must leave nothing behind when it fails. Throws the last error after `tries`.
 */
export async function settled<T>(write: () => Promise<T>, tries = 6): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (tries <= 1 || !isOvertaken(error)) throw error;
    return settled(write, tries - 1);
  }
}
