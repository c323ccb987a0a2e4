import "server-only";
import type { Transaction } from "@/lib/database/client";

/**
 * Keeps these records from being written or submitted by others until the transaction ends, in the order of their ids, so that two
 * that lock several cannot wait for each other. What is read of them afterwards stands.
 */
export async function lockEntries(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM "Entry" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
}
