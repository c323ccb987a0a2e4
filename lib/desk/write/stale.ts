/** Why a compare-and-swap found nothing to swap. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import { typedCopy } from "@/lib/domain/kept-copy";
import { kindOf } from "@/lib/domain/kinds/registry";
import type { Refusal, Target } from "../outcome";

/** Tells a writer what happened to the record since: saved by someone else, moved to another state, or gone. */
export async function explainMiss(db: Transaction, target: Target): Promise<Refusal> {
  const entry = await db.entry.findUnique({ where: { id: target.id, kind: target.kind } });
  if (!entry) return { ok: false, reason: "missing" };
  if (entry.version === target.version)
    return {
      ok: false,
      reason: "blocked",
      code: "wrongState",
      records: [{ id: entry.id, kind: target.kind, title: entry.title }],
    };
  return {
    ok: false,
    reason: "stale",
    by: entry.updatedByName,
    at: entry.updatedAt.toISOString(),
    version: entry.version,
    theirs: typedCopy(kindOf(target.kind), entry.draft),
  };
}
