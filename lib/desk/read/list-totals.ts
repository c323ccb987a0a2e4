/** How many records a list finds, and in which states; counted no further than the house counts. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { type CappedCount, cappedCount, COUNT_LIMIT } from "@/lib/domain/capped-count";
import { isShared, type KindKey } from "@/lib/domain/kinds/registry";
import { entryStates } from "@/lib/domain/lifecycle";
import type { EntryState } from "../outcome";
import { found, type ListQuery, statesOf } from "./list";

export interface ListTotals {
  all: CappedCount;
  /** By state, the commonest first; empty where there are too many to be counted. */
  byState: { state: EntryState; count: number }[];
}

/** How many records a query finds. All of a kind are known without counting; of what is searched for or narrowed, up to a thousand are counted. */
export async function listTotals(actor: Actor, kind: KindKey, query: ListQuery): Promise<ListTotals> {
  demand(actor, "read");
  const isKept =
    (actor.limitedTo === null || isShared(kind)) &&
    !query.q &&
    !query.dossierId &&
    !query.changedSince &&
    !Object.keys(query.facets ?? {}).length;
  const counted = await (isKept ? keptCounts(kind) : countedUpTo(COUNT_LIMIT + 1, actor, kind, query));
  const wanted = statesOf(query);
  const byState = counted.filter(({ state }) => wanted.includes(state)).sort((a, b) => b.count - a.count);
  const sum = byState.reduce((all, { count }) => all + count, 0);
  if (isKept) return { all: { count: sum, isMore: false }, byState };
  return { all: cappedCount(sum), byState: sum > COUNT_LIMIT ? [] : byState };
}

/** As the database keeps them. */
function keptCounts(kind: KindKey): Promise<ListTotals["byState"]> {
  return database().$queryRaw`
    SELECT "state", sum("count")::int AS "count" FROM "EntryCount" WHERE "kind" = ${kind} AND "state" = ANY(${entryStates}::text[])
    GROUP BY 1 HAVING sum("count") > 0`;
}

function countedUpTo(
  most: number,
  actor: Actor,
  kind: KindKey,
  query: ListQuery,
): Promise<ListTotals["byState"]> {
  return database().$queryRaw`
    SELECT e."state", count(*)::int AS "count" FROM (${found(actor, kind, query)} LIMIT ${most}) e GROUP BY 1`;
}
