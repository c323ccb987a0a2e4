import "server-only";
import { areClose } from "@/lib/domain/close-words";
import { cacheTag } from "@/lib/domain/cache-tags";
import { type ExcerptPart, excerptOf } from "@/lib/domain/excerpt";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { dateOf, textsOf } from "@/lib/domain/record-texts";
import { database } from "@/lib/database/client";
import { sqlErrorOf } from "@/lib/database/sql-error";
import { recordsById } from "./by-id";
import { noteTags } from "./note-tags";
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
  /** When it was or happened, as recorded: an EDTF date or a year. */
  date: string | null;
  /** A passage of it that holds what was looked for. */
  excerpt: ExcerptPart[];
}

const ways: readonly Strictness[] = ["exact", "similar", "any", "loose"];
// How much of a word's trigrams another must have. A letter left out or exchanged leaves some half of them.
const alike = { similar: "0.45", any: "0.45", loose: "0.35" };

/**
 * The published records that hold the words of `q`, best first. Only where none holds all of them as typed,
 * those with similar words, then those with any of them, and at last those with a word that could be meant, are
 * looked for.
 */
export async function searchPublished(q: string, { limit = 30 } = {}): Promise<Hit[]> {
  noteTags(cacheTag.changes(null));
  const query = searchable(q);
  if (!query) return [];
  const [folded] = await database().$queryRaw<{ text: string }[]>`SELECT lower(unaccent(${query})) AS "text"`;
  const words = searchWords(folded?.text ?? "");
  if (words.length === 0) return [];
  for (const strictness of ways) {
    if (strictness === "any" && words.length === 1) continue;
    const found = await matching(folded?.text ?? "", words, strictness, Math.min(limit, 100));
    if (found.length) return withExcerpts(found, words);
  }
  return [];
}

/** What was found as readers see it. What was withdrawn since is left out: only what is published is excerpted. */
async function withExcerpts(found: readonly FoundRow[], words: readonly SearchWord[]): Promise<Hit[]> {
  const records = await recordsById(found.map(({ id, kind }) => ({ id, kind: kind as KindKey })));
  return found.flatMap(({ id, slug, title, dossierSlug, dossierTitle }) => {
    const record = records.get(id);
    if (!record) return [];
    const { kind } = record;
    const excerpt = excerptOf(
      textsOf(kindOf(kind), title, record.values),
      words.map(({ text }) => text),
    );
    return {
      id,
      kind,
      slug,
      title,
      dossierSlug,
      dossierTitle,
      date: dateOf(kindOf(kind), record.values),
      excerpt,
    };
  });
}

async function matching(
  folded: string,
  words: readonly SearchWord[],
  strictness: Strictness,
  limit: number,
): Promise<FoundRow[]> {
  const db = database();
  if (strictness === "exact") return db.$queryRaw<FoundRow[]>(searchQuery(folded, words, strictness, limit));
  // Short words are like too many others to be guessed at.
  const sought = strictness === "loose" ? words.filter(({ text }) => [...text].length > 4) : words;
  if (sought.length === 0) return [];
  try {
    const [, , found] = await db.$transaction([
      db.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${alike[strictness]}, true)`,
      // Comparing words with very many long texts is not worth waiting for.
      db.$executeRaw`SELECT set_config('statement_timeout', '1000', true)`,
      db.$queryRaw<FoundRow[]>(searchQuery(folded, sought, strictness, limit)),
    ]);
    if (strictness !== "loose") return found;
    // What shares no more than some letters with what was typed is not what was meant.
    return found.filter(({ held }) => sought.some(({ text }) => holdsClose(held, text)));
  } catch (error) {
    if (wasTooSlow(error)) return [];
    throw error;
  }
}

function holdsClose(held: string, word: string): boolean {
  return held.split(/[^\p{L}\p{N}]+/u).some((one) => areClose(word, one));
}

function wasTooSlow(error: unknown): boolean {
  // PostgreSQL's code for a statement that was cancelled, here by its time limit.
  return sqlErrorOf(error)?.code === "57014";
}
