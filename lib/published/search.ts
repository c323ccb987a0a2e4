import "server-only";
import { cacheTag } from "@/lib/domain/cache-tags";
import { readableAddress } from "@/lib/domain/readable-address";
import { type ChoiceLabels, signsCalled } from "@/lib/domain/signs-called";
import { addressesMeant } from "./addresses-meant";
import { noteTags } from "./note-tags";
import { readWords, termsOf } from "./query-words";
import { type Hit, withPassages } from "./search-hits";
import { atAddress, type FoundRow, matching } from "./search-query";
import { inSearchSession, SearchCutOff, type SearchSession } from "./search-session";
import type { Strictness, Term } from "./search-terms";
import { closeTo, isNumber, type Meant, meantBy } from "./search-vocabulary";
import { searchable } from "./search-words";

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
  /** What means the same as a word, by it. */
  others: ReadonlyMap<string, readonly string[]>;
  /** Sources that have the web address which was looked for: they stand before what holds its words. */
  atAddress: FoundRow[];
  rows: FoundRow[];
  isCutOff: boolean;
}

interface SearchSettings extends Interface {
  limit?: number;
}

/** In which words a search is made: the language, and what choices are called in it. */
interface Interface {
  locale?: string;
  choices?: ChoiceLabels;
}

/**
 * The published records that hold the words of `q`: all of them, as they are typed or as parts of longer ones. Only
 * where there is none, those that hold words like them, then all but one of them, and at last any.
 */
export async function searchPublished(
  q: string,
  { limit = 30, ...asked }: SearchSettings = {},
): Promise<SearchResult> {
  noteTags(cacheTag.changes(null));
  const addresses = addressesMeant(q);
  const query = searchable(addresses.length > 0 ? readableAddress(q.trim()) : q);
  if (!query) return { hits: [], hasMore: false, isCutOff: false };
  const most = Math.min(limit, 100);
  const { words, others, isCutOff, ...found } = await matchesOf({ query, addresses }, most + 1, asked);
  const ids = new Set(found.atAddress.map(({ id }) => id));
  const rows = [...found.atAddress, ...found.rows.filter(({ id }) => !ids.has(id))];
  const hits = await withPassages(rows.slice(0, most), words, others);
  return { hits, hasMore: rows.length > most, isCutOff };
}

/** What is looked for: words, and the ways in which a web address that was typed may have been recorded. */
interface Query {
  query: string;
  addresses: readonly string[];
}

async function matchesOf({ query, addresses }: Query, limit: number, asked: Interface): Promise<Matches> {
  const matches: Matches = { words: [], others: new Map(), atAddress: [], rows: [], isCutOff: false };
  try {
    await inSearchSession(async (session) => {
      if (addresses.length > 0) matches.atAddress = await atAddress(session, addresses, limit);
      await fill(matches, session, query, limit, asked);
    });
  } catch (error) {
    if (!(error instanceof SearchCutOff)) throw error;
    matches.isCutOff = true;
  }
  return matches;
}

/** Fills in what is found as it is found: what a search that is cut off had found by then is shown. */
async function fill(
  matches: Matches,
  session: SearchSession,
  query: string,
  limit: number,
  { choices = {}, locale }: Interface,
): Promise<void> {
  const words = await readWords(session, query);
  const { single, named } = termsOf(words, locale);
  if (single.length === 0) return;
  matches.words = single.map(({ text }) => text);
  matches.others = othersIn(single, named);
  const phrase = words.map(({ word }) => word).join(" ");
  const find = async (terms: readonly Term[], strictness: Strictness) => {
    matches.rows = await matching(session, phrase, terms, strictness, limit);
    return matches.rows.length;
  };

  const found = await find(named.map(asTyped), "all");
  // A known address that was pasted means what has it: words like its words are no help.
  if (found >= limit || matches.atAddress.length > 0) return;
  const meant = await meantBy(
    session,
    words.filter(({ word }) => matches.words.includes(word)),
  );
  const signs = signsCalled(matches.words, choices, locale);
  const widened = named.map((term) => widen(term, meant, signs));
  matches.others = othersIn(
    single.map((term) => widen(term, meant, signs)),
    named,
  );
  if (widened.some(isWider)) await find(widened, "all");
  if (matches.rows.length > 0) return;
  const close = await closeTo(session, matches.words);
  const withClose = single.map((term) => ({
    ...widen(term, meant, signs),
    close: close.get(term.text) ?? [],
  }));
  // What is found now is found by these words, and shown by them.
  matches.others = new Map(
    [...matches.others].map(([word, names]) => [word, [...names, ...(close.get(word) ?? [])]]),
  );
  if ((close.size > 0 || single !== named) && (await find(withClose, "all")) > 0) return;
  if (single.length > 2 && (await find(withClose, "allButOne")) > 0) return;
  if (single.length > 1) await find(withClose, "any");
}

const asTyped = (term: Term): Term => ({ ...term, others: [] });
const isWider = ({ begins, parts, others }: Term) => begins || parts.length > 0 || others.length > 0;

/** A term with all that it stands for. Numbers and single signs count where a word begins with them. */
function widen(term: Term, { parts, others }: Meant, signs: ReadonlyMap<string, readonly string[]>): Term {
  const { text } = term;
  return {
    ...term,
    parts: parts.get(text) ?? [],
    begins: isNumber(text) ? text.length > 1 : [...text].length === 1,
    others: [...term.others, ...(others.get(text) ?? []), ...(signs.get(text) ?? [])],
  };
}

/** The single words that mean the same as a word, for excerpts. */
function othersIn(single: readonly Term[], named: readonly Term[]): ReadonlyMap<string, string[]> {
  const inNames = named.flatMap(({ text, others }) =>
    text.split(" ").map((word) => ({ text: word, others })),
  );
  return new Map(
    [...inNames, ...single].map(({ text, others }) => [text, others.flatMap((name) => name.split(" "))]),
  );
}
