/** Why a compare-and-swap found nothing to swap. */
import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Transaction } from "@/lib/database/client";
import { typedCopy } from "@/lib/domain/kept-copy";
import { kindOf } from "@/lib/domain/kinds/registry";
import type { EntryState, RecordAction } from "@/lib/domain/lifecycle";
import { stillWithin } from "../limits";
import type { Refusal, Target } from "../outcome";

interface Found {
  id: string;
  title: string;
  version: number;
  state: EntryState;
  draft: unknown;
  unreadable: unknown;
  updatedAt: Date;
  updatedById: string | null;
  updatedByName: string;
  did: RecordAction | null;
}

/** Tells a writer what happened to the record since: saved, published or trashed by another, or gone. */
export async function explainMiss(db: Transaction, target: Target, actor: Actor): Promise<Refusal> {
  const [entry] = await db.$queryRaw<Found[]>`
    SELECT e."id", e."title", e."version", e."state", e."draft", e."unreadable", e."updatedAt", e."updatedById",
      e."updatedByName",
      (SELECT a."action" FROM "AuditEvent" a WHERE a."entryId" = e."id" AND a."version" = e."version" AND a."action" <> 'verify' LIMIT 1) AS "did"
    FROM "Entry" e WHERE e."id" = ${target.id}::uuid AND e."kind" = ${target.kind} AND ${stillWithin(actor)}`;
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
    theirs: typedCopy(kindOf(target.kind), entry.draft, entry.unreadable),
    state: entry.state,
    // An autosave is no event until it is folded into one.
    did: entry.did ?? "autosave",
    isOwn: actor.id !== null && entry.updatedById === actor.id,
  };
}
