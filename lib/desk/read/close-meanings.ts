/** What the words of a search at the desk may be misspellings of: words of what is published, and of drafts. */
import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { Prisma } from "@/lib/database/generated/client";
import { fold } from "@/lib/domain/folding";
import { withoutItsVowels } from "@/lib/domain/unwritten-vowels";
import { areSpellings, type Spelled, spellingsOf } from "@/lib/published/search-consonants";
import { closeTo, type CloseWord } from "@/lib/published/search-vocabulary";
import { inSearchSession, SearchCutOff, type SearchSession } from "@/lib/published/search-session";
import { within } from "../limits";
import { waitingStates } from "./list";

/** Drafts whose texts hold something like a word: how alike that has to be, and how many are looked into. */
const draftLike = 0.45;
const draftsRead = 100;

// Which words readers cannot find yet, no table tells: the drafts that hold something like them do.
const inDrafts = (actor: Actor, typed: readonly string[]) => Prisma.sql`
  SELECT t."typed", one."word", similarity(one."word", t."typed") AS "similarity"
  FROM unnest(${[...typed]}::text[]) AS t("typed") CROSS JOIN LATERAL (
    SELECT DISTINCT w."word" FROM (
      SELECT e."searchText" FROM "Entry" e
      WHERE e."searchText" %> t."typed" AND e."state" IN (${waitingStates}) AND ${within(actor)} LIMIT ${draftsRead}) e
    CROSS JOIN LATERAL string_to_table(entente_words(e."searchText"), ' ') AS w("word")
    WHERE similarity(w."word", t."typed") >= 0.25) one`;

async function wordsOfDrafts(
  session: SearchSession,
  actor: Actor,
  typed: readonly string[],
): Promise<CloseWord[]> {
  await session.read(`SELECT set_config('pg_trgm.word_similarity_threshold', $1, true)`, [String(draftLike)]);
  const { text, values } = inDrafts(actor, typed);
  return session.read<CloseWord>(text, values);
}

// A draft's text holds besides how its words in other letters are spelled letter by letter.
const spelledInDrafts = (actor: Actor, typed: readonly string[], probes: readonly string[]) => Prisma.sql`
  SELECT t."typed", one."word", true AS "isUnsure"
  FROM unnest(${[...typed]}::text[], ${[...probes]}::text[]) AS t("typed", "probe") CROSS JOIN LATERAL (
    SELECT DISTINCT w."word" FROM (
      SELECT e."searchText" FROM "Entry" e
      WHERE e."searchText" %> t."probe" AND e."state" IN (${waitingStates}) AND ${within(actor)} LIMIT ${draftsRead}) e
    CROSS JOIN LATERAL string_to_table(entente_words(e."searchText"), ' ') AS w("word")
    WHERE w."word" ~ '[\\u05d0-\\u05ea\\u0620-\\u06ff]') one`;

/** Words of drafts that spell typed ones in Latin letters without their vowels. */
async function spellingsInDrafts(
  session: SearchSession,
  actor: Actor,
  typed: readonly string[],
): Promise<Spelled[]> {
  const asked = typed.filter((word) => withoutItsVowels(word) !== "");
  if (asked.length === 0) return [];
  const { text, values } = spelledInDrafts(actor, asked, asked.map(withoutItsVowels));
  return (await session.read<Spelled>(text, values)).filter(areSpellings);
}

/**
 * The meanings of a query's words with the words of what is published that spell them where one of the two leaves vowels out; as they
 * are where finding them took longer than a search may.
 */
export async function withSpellings(meanings: readonly string[][]): Promise<string[][]> {
  const words = [...new Set(meanings.map(([typed = ""]) => fold(typed)))];
  try {
    const spelled = await inSearchSession((session) => spellingsOf(session, words));
    return meanings.map((texts) => [
      ...texts,
      ...spelled.flatMap(({ typed, word }) => (typed === fold(texts[0] ?? "") ? [word] : [])),
    ]);
  } catch (error) {
    if (error instanceof SearchCutOff) return [...meanings];
    throw error;
  }
}

/**
 * The meanings of a query's words, the first of each the word as it was typed, with the words that it may be a misspelling
 * of. Null where there are none, or where finding them took longer than a search may.
 */
export async function closeMeanings(actor: Actor, meanings: readonly string[][]): Promise<string[][] | null> {
  const words = meanings.map(([typed = ""]) => fold(typed));
  try {
    const each = [...new Set(words)];
    const { close, spelled } = await inSearchSession(async (session) => ({
      close: await closeTo(session, each, (asked) => wordsOfDrafts(session, actor, asked)),
      spelled: await spellingsInDrafts(session, actor, each),
    }));
    if (close.size === 0 && spelled.length === 0) return null;
    return meanings.map((texts, at) => [
      ...texts,
      ...(close.get(words[at]!) ?? []),
      ...spelled.flatMap(({ typed, word }) => (typed === words[at] ? [word] : [])),
    ]);
  } catch (error) {
    if (error instanceof SearchCutOff) return null;
    throw error;
  }
}
