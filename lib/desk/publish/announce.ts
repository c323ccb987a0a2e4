/** Notices of publications and removals, for the server that keeps finished pages. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import type { KindKey } from "@/lib/domain/kinds/registry";

/** What is to be known of one publication or removal. */
export interface Notice {
  recordId: string;
  kind: KindKey;
  dossierId: string | null;
  action: "publish" | "unpublish";
  slug: string;
}

/**
 * Puts notices into the outbox: the last thing that a transaction does. From here to its commit no other can add
 * notices, so that their numbers come in the order of the commits; taking further locks after this may deadlock.
 */
export async function announce(db: Transaction, notices: readonly Notice[]): Promise<void> {
  await db.outbox.createMany({ data: [...notices] });
}
