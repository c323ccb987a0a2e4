/** Which notes of gaps are about this log. */
import "server-only";

/**
 * SQL: whether a note `n` of what was removed, or left out of a backup, is about the chain that stands. A database into which a
 * backup was restored keeps what it had noted of its own log before, with places of that log: those excuse no gap in the
 * restored one. A note names the seal at its place; one of an earlier version names none, and counts where a seal ends there.
 */
export const ofThisChain = `EXISTS (SELECT FROM "AuditSeal" s WHERE s."lastSeq" = (n."detail"->>'upTo')::bigint
  AND s."hash" = coalesce(n."detail"->>'seal', s."hash"))`;
