/** Which words there are: those that a typed word is part of, spells otherwise, or may be a misspelling of. */
import "server-only";
import type { QueryWord } from "./query-words";
import { areClose, areTwoSlipsApart, withSwaps } from "@/lib/domain/close-words";
import { areSpellings, type Spelled, spellingsAsked, spellingsText } from "./search-consonants";
import type { SearchSession } from "./search-session";
import { anyOf } from "./search-terms";

// Of more words than that a typed one says too little.
const most = 20;
/** How much of two words' trigrams must be the same where they differ in more letters than slips explain. */
const alike = 0.45;
/** Below four letters nearly all words are alike. */
const shortestCorrected = 4;
/** Below three letters only the beginnings of words are looked for. */
const shortestPart = 3;

/** Numbers are not misspelt, and what begins with their figures is asked of the index of records itself. */
export const isNumber = (word: string) => /^\p{N}/u.test(word);

interface Found {
  typed: string;
  word: string;
}

// Two letters of Korean are a given name, written on to the family's: no more than the words in these letters are gone through.
// `chr(1114111)` is behind every letter. Of the very many, some are taken, and of those the shortest. A person is meant
// whose names hold the word; what they are told of besides, as their offices, is no name.
const meantText = `
  SELECT t."typed", one."word", true AS "isPart", false AS "isUnsure" FROM unnest($1::text[]) AS t("typed") CROSS JOIN LATERAL (
    (SELECT DISTINCT s."word", length(s."word") FROM (
      SELECT s."word" FROM "SearchWord" s WHERE s."word" > t."typed" AND s."word" < t."typed" || chr(1114111)
      ORDER BY s."word" LIMIT 500) s
     ORDER BY 2, 1 LIMIT ${most})
    UNION
    (SELECT DISTINCT s."word", length(s."word") FROM (
      SELECT s."word" FROM "SearchWord" s
      WHERE length(t."typed") >= ${shortestPart} AND s."word" LIKE '%' || t."typed" || '%' LIMIT 500) s
     WHERE s."word" <> t."typed" ORDER BY 2, 1 LIMIT ${most})
    UNION
    (SELECT DISTINCT s."word", length(s."word") FROM (
      SELECT s."word" FROM "SearchWord" s
      WHERE t."typed" ~ '^[가-힣]{2}$' AND s."word" >= '가' AND s."word" < '힤' AND s."word" LIKE '_%' || t."typed" || '%' LIMIT 500) s
     ORDER BY 2, 1 LIMIT ${most})
  ) one
  UNION ALL
  SELECT t."typed", one."word", false, false FROM unnest($2::text[], $3::text[], $4::text[]) AS t("typed", "from", "before")
    CROSS JOIN LATERAL (
      SELECT DISTINCT s."word" FROM "SearchWord" s WHERE s."word" >= t."from" AND s."word" < t."before"
      ORDER BY 1 LIMIT ${most}) one
  UNION ALL
  SELECT t."typed", replace(one."id"::text, '-', ''), false, false FROM unnest($5::text[], $6::tsquery[]) AS t("typed", "named")
    CROSS JOIN LATERAL (
      SELECT p."id" FROM (
        SELECT r."id", r."title" FROM "Record" r WHERE r."searchWords" @@ ('#person'::tsquery && t."named") LIMIT 200) p
      WHERE array_to_tsvector(string_to_array(entente_words(entente_searchable(p."title" || coalesce(
          (SELECT ' ' || string_agg(n."name", ' ') FROM "PersonName" n WHERE n."personId" = p."id"), ''))), ' ')) @@ t."named"
      LIMIT ${most}) one
  UNION ALL
  SELECT spelled."typed", spelled."word", false, spelled."isUnsure" FROM (${spellingsText(7)}) spelled`;

/** What typed words stand for besides themselves, by the word. */
export interface Meant {
  /** Words of which it is a part, first of all their beginnings. */
  parts: ReadonlyMap<string, string[]>;
  /** Other spellings of it, and the signs by which records name the people who are called so. */
  others: ReadonlyMap<string, string[]>;
}

/** Reads what typed words stand for. Numbers stand for themselves. */
export async function meantBy(session: SearchSession, typed: readonly QueryWord[]): Promise<Meant> {
  const asked = typed.filter(({ word }) => !isNumber(word));
  if (asked.length === 0) return { parts: new Map(), others: new Map() };
  const spelled = asked.flatMap(({ word, spellings }) =>
    spellings.filter(isLongEnough).map((spelling) => {
      // Words in other letters are inflected as well; of Latin ones only the other spelling is meant.
      const end = isAscii(word) ? " " : String.fromCodePoint(0x10ffff);
      return { word, from: spelling, before: spelling + end };
    }),
  );
  const read = await session.read<Spelled & { isPart: boolean }>(meantText, [
    asked.map(({ word }) => word),
    spelled.map(({ word }) => word),
    spelled.map(({ from }) => from),
    spelled.map(({ before }) => before),
    asked.map(({ word }) => word),
    asked.map(({ word, spellings }) => anyOf([word, ...spellings.filter(isLongEnough)])),
    ...spellingsAsked(asked.map(({ word }) => word)),
  ]);
  const found = read.filter(areSpellings);
  return {
    parts: byTyped(found.filter(({ isPart }) => isPart)),
    others: byTyped(found.filter(({ isPart, typed, word }) => !isPart && typed !== word)),
  };
}

const isLongEnough = (word: string) => word.length >= shortestPart;
const isAscii = (word: string) => /^[\u0000-\u007f]*$/.test(word);

const closeText = `
  SELECT t."typed", one."word", one."similarity" FROM unnest($1::text[]) AS t("typed") CROSS JOIN LATERAL (
    SELECT s."word", similarity(s."word", t."typed") AS "similarity" FROM "SearchWord" s WHERE s."word" % t."typed"
    ORDER BY 2 DESC, 1 LIMIT 100
  ) one
  UNION
  SELECT t."typed", s."word", 1 FROM unnest($2::text[], $3::text[]) AS t("typed", "spelling")
    JOIN "SearchWord" s ON s."word" = t."spelling"`;

/** A word that a typed one may be a misspelling of, and how alike the two are, from 0 to 1. */
export interface CloseWord extends Found {
  similarity: number;
}

/**
 * For each typed word those that it may be a misspelling of: by a slip, else by two, then by most of their letters. `others` reads words
 * besides those of published records.
 */
export async function closeTo(
  session: SearchSession,
  typed: readonly string[],
  others: (asked: readonly string[]) => Promise<CloseWord[]> = async () => [],
): Promise<Map<string, string[]>> {
  const asked = typed.filter((word) => [...word].length >= shortestCorrected && !isNumber(word));
  if (asked.length === 0) return new Map();
  // Two letters swapped leave a word less like itself than most other slips: each such spelling is looked for.
  const swaps = asked.flatMap((word) => withSwaps(word).map((spelling) => ({ word, spelling })));
  const known = await session.read<CloseWord>(closeText, [
    asked,
    swaps.map(({ word }) => word),
    swaps.map(({ spelling }) => spelling),
  ]);
  const found = [...known, ...(await others(asked))];
  const slips = found.filter(({ typed, word }) => word !== typed && areClose(typed, word));
  const slipped = new Set(slips.map(({ typed }) => typed));
  const left = found.filter(({ typed, word }) => word !== typed && !slipped.has(typed));
  const nearer = left.filter(({ typed, word }) => areTwoSlipsApart(typed, word));
  const likes = left.filter((one) => one.similarity >= alike && !nearer.includes(one));
  return byTyped([...slips, ...nearer, ...likes]);
}

function byTyped(found: readonly Found[]): Map<string, string[]> {
  const by = new Map<string, string[]>();
  for (const { typed, word } of found) by.set(typed, [...(by.get(typed) ?? []), word].slice(0, 2 * most));
  return by;
}
