import "server-only";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { database } from "../client";
import { type FoundRow, searchQuery, type Strictness } from "./search-query";
import { searchable, searchWords, type SearchWord } from "./search-words";

/** One published record that a search found. */
export interface Hit {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  dossierSlug: string;
  dossierTitle: string;
}

const ways: readonly Strictness[] = ["exact", "similar", "any"];

/**
 * The published records that hold the words of `q`, best first. Only where none holds all of them as typed,
 * those with similar words, and then those with any of them, are looked for.
 */
export async function searchPublished(q: string, { limit = 30 } = {}): Promise<Hit[]> {
  const query = searchable(q);
  if (!query) return [];
  const [folded] = await database().$queryRaw<{ text: string }[]>`SELECT lower(unaccent(${query})) AS "text"`;
  const words = searchWords(folded?.text ?? "");
  if (words.length === 0) return [];
  for (const strictness of ways) {
    if (strictness === "any" && words.length === 1) break;
    const found = await find(folded?.text ?? "", words, strictness, Math.min(limit, 100));
    if (found.length) return found.map((row) => ({ ...row, kind: row.kind as KindKey }));
  }
  return [];
}

async function find(
  folded: string,
  words: readonly SearchWord[],
  strictness: Strictness,
  limit: number,
): Promise<FoundRow[]> {
  const db = database();
  const query = db.$queryRaw<FoundRow[]>(searchQuery(folded, words, strictness, limit));
  if (strictness === "exact") return query;
  try {
    const [, , found] = await db.$transaction([
      // A letter left out or two exchanged leave some half of a word's trigrams.
      db.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', '0.45', true)`,
      // Comparing words with very many long texts is not worth waiting for.
      db.$executeRaw`SELECT set_config('statement_timeout', '1000', true)`,
      query,
    ]);
    return found;
  } catch (error) {
    if (wasTooSlow(error)) return [];
    throw error;
  }
}

function wasTooSlow(error: unknown): boolean {
  return error instanceof Error && /57014|statement timeout/.test(error.message);
}
