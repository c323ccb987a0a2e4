/** Words that very many records hold, as the database's own statistics have it. */
import "server-only";
import type { SearchSession } from "./search-session";

/** Of the records, for a word that is told of here. */
const least = 0.02;
/** Milliseconds. Statistics are made anew when a tenth of the records has changed. */
const keptFor = 10 * 60_000;

/** The share of the records that hold a word or sign, by it: only of those that many hold. */
export type Shares = ReadonlyMap<string, number>;

let kept: { until: number; shares: Shares } | undefined;

/** Reads the shares, or has them from the last ten minutes; empty before the table was ever analysed. */
export async function commonWords(session: SearchSession): Promise<Shares> {
  if (kept && performance.now() < kept.until) return kept.shares;
  const rows = await session.read<{ word: string; share: number }>(
    `SELECT e."word", e."share" FROM pg_stats s
       CROSS JOIN LATERAL unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS e("word", "share")
     WHERE s.schemaname = current_schema() AND s.tablename = 'Record' AND s.attname = 'searchWords'
       AND e."word" IS NOT NULL AND e."share" >= $1`,
    [least],
  );
  const shares = new Map(rows.map(({ word, share }) => [word, share]));
  kept = { until: performance.now() + keptFor, shares };
  return shares;
}

/**
 * Whether so many records hold all these words, in their titles or anywhere, that going through the latest records
 * finds a page of them sooner than the index does, which would have to name them all first.
 */
export function areCommon(shares: Shares, words: readonly string[], where: "title" | "text"): boolean {
  const share = (word: string) => shares.get(where === "title" ? `=${word}` : word) ?? 0;
  return words.length > 0 && words.reduce((all, word) => all * share(word), 1) >= least;
}
