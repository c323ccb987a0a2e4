/** The words of a search as PostgreSQL's full-text indexes are asked for them. */
import type { SearchWord } from "./search-words";

/** How many of the words a record has to hold. */
export type Strictness = "all" | "allButOne" | "any";

/** One word of a search, or a name of several parted by spaces, with all that it may stand for. */
export interface Term extends SearchWord {
  /** Words of which it is a part. */
  parts: readonly string[];
  /** Whether what begins with it counts as well, for numbers, which are not among the words that are known. */
  begins: boolean;
  /** Words that it may be a misspelling of. */
  close: readonly string[];
  /** What means the same: other spellings, other names of a place, signs of people; words parted by spaces. */
  others: readonly string[];
}

/** A term as four questions to a record's words, each `""` where there is nothing to ask. */
export interface TermQueries {
  titleWhole: string;
  whole: string;
  titlePart: string;
  part: string;
}

/** What a term asks of a record: for the word itself or its kind, and for what it is part or a misspelling of. */
export function queriesOf({ text, kinds, parts, begins, close, others }: Term): TermQueries {
  const meant = [...new Set([...parts, ...close, ...others])].filter((name) => name !== text);
  return {
    titleWhole: held(text, "="),
    whole: or([held(text), ...kinds.map((kind) => quoted(`#${kind}`))]),
    titlePart: or([...meant.map((name) => held(name, "=")), ...(begins ? [prefix(`=${text}`)] : [])]),
    part: or([...meant.map((name) => held(name)), ...(begins ? [prefix(text)] : [])]),
  };
}

/** All words of a name, each behind a sign. */
function held(name: string, sign = ""): string {
  return and(name.split(" ").map((word) => quoted(`${sign}${word}`)));
}

/** Any of these words, as one question. */
export function anyOf(words: readonly string[]): string {
  return or(words.map((word) => held(word)));
}

/** What to look for among all records: `most` of them at most, ranked afterwards. */
export interface Branch {
  query: string;
  most: number;
  /** Whether to go through the latest records rather than by the index. */
  walks: boolean;
}

/** Whether all words are common: in titles, and in whole texts. */
export interface Commonness {
  inTitles: boolean;
  inTexts: boolean;
}

// At most so many candidates are ranked: a word that every record holds must not rank them all.
const most = { dossiers: 50, titles: 100, texts: 120 };

/** Where candidates come from: dossiers, titles, and whole texts, each with a share of its own. */
export function branchesOf(
  terms: readonly TermQueries[],
  strictness: Strictness,
  { inTitles, inTexts }: Commonness = { inTitles: false, inTexts: false },
): Branch[] {
  const inText = terms.map(({ whole, part }) => or([whole, part]));
  const inTitle = terms.map(({ titleWhole, titlePart }) => or([titleWhole, titlePart]));
  if (strictness === "any")
    // Each word has its share, so that a common one does not keep the records with a rare one out.
    return terms.flatMap((_, at) => [
      { query: inTitle[at]!, most: most.titles / 2, walks: false },
      { query: inText[at]!, most: most.texts / 2, walks: false },
    ]);
  const asked = strictness === "all" ? and : butOne;
  return [
    { query: and([quoted("#dossier"), asked(inText)]), most: most.dossiers, walks: false },
    { query: asked(inTitle), most: most.titles, walks: inTitles },
    { query: asked(inText), most: most.texts, walks: inTexts },
  ];
}

/** All of the words themselves, in the title. */
export function titled(terms: readonly TermQueries[]): string {
  return and(terms.map(({ titleWhole }) => titleWhole));
}

function butOne(queries: readonly string[]): string {
  return or(queries.map((_, left) => and(queries.filter((_, at) => at !== left))));
}

const and = (queries: readonly string[]) => joined(queries, " & ");
const or = (queries: readonly string[]) => joined(queries, " | ");

function joined(queries: readonly string[], by: string): string {
  const asked = queries.filter((query) => query !== "");
  return asked.length > 1 ? `(${asked.join(by)})` : (asked[0] ?? "");
}

function quoted(word: string): string {
  return `'${word.replace(/['\\]/g, "$&$&")}'`;
}

const prefix = (word: string) => `${quoted(word)}:*`;
