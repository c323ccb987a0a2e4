/** The search over all that the desk has: every kind, drafts and the trash included. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { readableAddress } from "@/lib/domain/readable-address";
import type { ChoiceLabels } from "@/lib/domain/signs-called";
import { addressesMeant } from "@/lib/published/addresses-meant";
import { within } from "../limits";
import { hasAddress } from "./by-address";
import { closeMeanings, withSpellings } from "./close-meanings";
import { asEntryRow, dossierTitle, entryColumns, type EntryRow, type FoundEntry } from "./entry-row";
import { holdsAny, meaningsOf } from "./query-meanings";

/** A page of what a search at the desk found, best first. */
export interface DeskSearch {
  rows: EntryRow[];
  /** Whether there is a page before and after this one. */
  hasPrevious: boolean;
  hasNext: boolean;
  /** Whether there are more than are ever looked at: further words would say which. */
  isBeyond: boolean;
  /** Whether nothing holds the words as they were typed: what is found holds words like them. */
  isCorrected: boolean;
}

export const searchPageSize = 50;
/** So many entries are ordered at most. */
const mostFound = 1000;
/** The last page that there can be. */
export const lastSearchPage = mostFound / searchPageSize;

const nothing: DeskSearch = {
  rows: [],
  hasPrevious: false,
  hasNext: false,
  isBeyond: false,
  isCorrected: false,
};

/**
 * The entries that hold every word of `q`, in whatever letters and under whatever name: those whose title does first, then those
 * saved last. Where none does, those that hold words of which these may be misspellings. Of a web address, the sources that have it.
 * Pages are counted from 1. `choices` says by key what the choices of fields are called: words of `q` are looked for among these names.
 */
export async function searchDesk(
  actor: Actor,
  q: string,
  { page = 1, choices = {} }: { page?: number; choices?: ChoiceLabels } = {},
): Promise<DeskSearch> {
  demand(actor, "read");
  const at = Math.min(Math.max(1, page), lastSearchPage);
  const addresses = addressesMeant(q);
  if (addresses.length > 0) {
    const found = await pageOf(actor, hasAddress(addresses), Prisma.sql`true`, at);
    if (found.rows.length > 0 || found.hasPrevious) return found;
  }
  // Of other addresses what records hold of them in words.
  const words = addresses.length > 0 ? readableAddress(q.trim()) : q;
  const asked = await meaningsOf(words, { choices });
  if (asked.length === 0) return nothing;
  const meanings = await withSpellings(asked);
  const found = await pageOfMeanings(actor, meanings, at);
  if (found.rows.length > 0 || (at > 1 && (await pageOfMeanings(actor, meanings, 1)).rows.length > 0))
    return found;
  const close = await closeMeanings(actor, meanings);
  return close ? { ...(await pageOfMeanings(actor, close, at)), isCorrected: true } : found;
}

/** What holds a text of each meaning. */
function pageOfMeanings(actor: Actor, meanings: readonly string[][], page: number): Promise<DeskSearch> {
  const inTitle = meanings.map(
    (texts) =>
      Prisma.sql`entente_folded(e."title") LIKE ANY (SELECT '%' || entente_folded(replace(one, '%', '')) || '%' FROM unnest(${texts}::text[]) AS one)`,
  );
  return pageOf(actor, Prisma.join(meanings.map(holdsAny), " AND "), Prisma.join(inTitle, " AND "), page);
}

async function pageOf(
  actor: Actor,
  condition: Prisma.Sql,
  first: Prisma.Sql,
  page: number,
): Promise<DeskSearch> {
  const from = (page - 1) * searchPageSize;
  const found = await database().$queryRaw<(FoundEntry & { among: number })[]>`
    WITH held AS MATERIALIZED (
      SELECT e."id", e."title", e."updatedAt" FROM "Entry" e WHERE ${condition} AND ${within(actor)} LIMIT ${mostFound + 1}
    ), placed AS (
      SELECT e."id", count(*) OVER ()::int AS "among", row_number() OVER (ORDER BY (${first}) DESC, e."updatedAt" DESC, e."id" DESC) AS "place"
      FROM held e
    )
    SELECT ${entryColumns}, ${dossierTitle}, p."among"
    FROM placed p JOIN "Entry" e ON e."id" = p."id"
    WHERE p."place" > ${from} AND p."place" <= ${from + searchPageSize} ORDER BY p."place"`;
  const among = found[0]?.among ?? 0;
  return {
    rows: found.map(asEntryRow),
    hasPrevious: page > 1,
    hasNext: Math.min(among, mostFound) > from + searchPageSize,
    isBeyond: among > mostFound,
    isCorrected: false,
  };
}
