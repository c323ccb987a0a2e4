import "server-only";
import { cacheTag } from "@/lib/domain/cache-tags";
import { type ExcerptPart, excerptOf } from "@/lib/domain/excerpt";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { dateOf, textsOf } from "@/lib/domain/record-texts";
import { valuesById } from "./by-id";
import { noteTags } from "./note-tags";
import { type FoundRow, matching } from "./search-query";
import { inSearchSession, SearchCutOff, type SearchSession } from "./search-session";
import type { Strictness, Term } from "./search-terms";
import { closeTo, isNumber, partsOf } from "./search-vocabulary";
import { searchable, searchWords } from "./search-words";

/** One published record that a search found. */
export interface Hit {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  /** Of the dossier under which it is read; null for a person, who is read above all dossiers. */
  dossierSlug: string | null;
  dossierTitle: string | null;
  /** When it was or happened, as recorded: an EDTF date or a year. */
  date: string | null;
  /** A passage of it that holds what was looked for. */
  excerpt: ExcerptPart[];
}

/** What a search found, best first. */
export interface SearchResult {
  hits: Hit[];
  /** Whether there are more than were asked for. */
  hasMore: boolean;
  /** Whether it took too long and was ended: there may be others, or better ones. */
  isCutOff: boolean;
}

interface Matches {
  words: readonly string[];
  rows: FoundRow[];
  isCutOff: boolean;
}

/**
 * The published records that hold the words of `q`: all of them, as they are typed or as parts of longer ones. Only
 * where there is none, those that hold words like them, then all but one of them, and at last any.
 */
export async function searchPublished(q: string, { limit = 30 } = {}): Promise<SearchResult> {
  noteTags(cacheTag.changes(null));
  const query = searchable(q);
  if (!query) return { hits: [], hasMore: false, isCutOff: false };
  const most = Math.min(limit, 100);
  const { words, rows, isCutOff } = await matchesOf(query, most + 1);
  const hits = await withExcerpts(rows.slice(0, most), words);
  return { hits, hasMore: rows.length > most, isCutOff };
}

async function matchesOf(query: string, limit: number): Promise<Matches> {
  const matches: Matches = { words: [], rows: [], isCutOff: false };
  try {
    await inSearchSession((session) => fill(matches, session, query, limit));
  } catch (error) {
    if (!(error instanceof SearchCutOff)) throw error;
    matches.isCutOff = true;
  }
  return matches;
}

/** Fills in what is found as it is found: what a search that is cut off had found by then is shown. */
async function fill(matches: Matches, session: SearchSession, query: string, limit: number): Promise<void> {
  const [folded] = await session.read<{ words: string }>(`SELECT entente_words($1) AS "words"`, [query]);
  const phrase = folded?.words ?? "";
  const words = searchWords(phrase);
  if (words.length === 0) return;
  const typed = words.map(({ text }) => text);
  matches.words = typed;
  const find = async (terms: readonly Term[], strictness: Strictness) => {
    matches.rows = await matching(session, phrase, terms, strictness, limit);
    return matches.rows.length;
  };

  const asTyped = words.map((word): Term => ({ ...word, parts: [], begins: false, close: [] }));
  if ((await find(asTyped, "all")) >= limit) return;
  const parts = await partsOf(session, typed);
  const withParts = asTyped.map((term): Term => {
    const { text } = term;
    return { ...term, parts: parts.get(text) ?? [], begins: isNumber(text) && text.length > 1 };
  });
  if (withParts.some(({ parts, begins }) => begins || parts.length > 0)) await find(withParts, "all");
  if (matches.rows.length > 0) return;
  const close = await closeTo(session, typed);
  const withClose = withParts.map((term) => ({ ...term, close: close.get(term.text) ?? [] }));
  if (close.size > 0 && (await find(withClose, "all")) > 0) return;
  if (words.length > 2 && (await find(withClose, "allButOne")) > 0) return;
  if (words.length > 1) await find(withClose, "any");
}

/** What was found as readers see it. What was withdrawn since is left out: only what is published is excerpted. */
async function withExcerpts(found: readonly FoundRow[], words: readonly string[]): Promise<Hit[]> {
  const values = await valuesById(found);
  return found.flatMap((row) => {
    const held = values.get(row.id);
    if (!held) return [];
    const kind = kindOf(row.kind);
    const excerpt = excerptOf(textsOf(kind, row.title, held), words);
    return { ...row, date: dateOf(kind, held), excerpt };
  });
}
