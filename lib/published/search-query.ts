/** The search in SQL: who matches, by the trigram indexes, and in which order. */
import "server-only";
import { Prisma } from "@/lib/database/generated/client";
import { withSwaps } from "@/lib/domain/close-words";
import { likeLiteral } from "@/lib/database/like";
import type { SearchWord } from "./search-words";

/**
 * How strictly a record has to hold the words: as typed, all of them misspelt or not, or at least one; at the
 * loosest, one that is only somewhat alike.
 */
export type Strictness = "exact" | "similar" | "any" | "loose";

export interface FoundRow {
  id: string;
  kind: string;
  slug: string;
  title: string;
  dossierSlug: string;
  dossierTitle: string;
  /** Everything that it can be found by, folded. */
  held: string;
}

// Beyond this length a swap leaves enough of a word's trigrams.
const longestSwapped = 15;
// At most so many candidates are ranked: a word that every record holds must not rank them all.
const candidateLimits = { dossiers: 50, titles: 200, texts: 500 };

/** The records that match best. `folded` is the whole query; it and the words are lower case without accents. */
export function searchQuery(
  folded: string,
  words: readonly SearchWord[],
  strictness: Strictness,
  limit: number,
): Prisma.Sql {
  const inText = all(words, strictness, Prisma.sql`r."searchText"`);
  const inTitle = all(words, strictness, Prisma.sql`entente_folded(r."title")`);
  const scores = words.map((word) => scoreOf(word, strictness));
  // Only several words have an order that could be held as it was typed.
  const phrase =
    words.length > 1 ? Prisma.sql`(r."folded" LIKE ${`%${likeLiteral(folded)}%`})::int` : Prisma.sql`0`;
  return Prisma.sql`
    WITH candidate AS MATERIALIZED (
      (${visible} WHERE r."kind" = 'dossier' AND (${inText}) LIMIT ${candidateLimits.dossiers})
      UNION (${visible} WHERE ${inTitle} LIMIT ${candidateLimits.titles})
      UNION (${visible} WHERE ${inText} LIMIT ${candidateLimits.texts})
    )
    SELECT r."id", r."kind", r."slug", r."title", r."dossierSlug", d."title" AS "dossierTitle",
      r."folded" || ' ' || r."searchText" AS "held"
    FROM (SELECT *, entente_folded("title") AS "folded" FROM candidate) r JOIN "Record" d ON d."id" = r."home"
    ORDER BY
      ${Prisma.join(scores, " + ")} + ${phrase} + CASE r."kind" WHEN 'dossier' THEN 0.5 ELSE 0 END DESC,
      r."sortDate" DESC NULLS LAST, r."id"
    LIMIT ${limit}`;
}

// A record is read under its dossier; a source, which has none, under the first that cites it, as `publicPathOf` says.
const visible = Prisma.sql`
  SELECT r."id", r."kind", r."slug", r."title", r."sortDate", r."searchText", d."id" AS "home", d."slug" AS "dossierSlug"
  FROM "Record" r JOIN "Dossier" d ON d."id" = coalesce(
    r."dossierId",
    (SELECT cd."id" FROM "Citation" ci
     JOIN "Record" cr ON cr."id" = ci."recordId"
     JOIN "Dossier" cd ON cd."id" = coalesce(cr."dossierId", cr."id")
     WHERE ci."sourceId" = r."id" ORDER BY cd."id" LIMIT 1),
    r."id")`;

/** A word that stands whole counts more than one that is part of a longer word, and in the title more than in the text. */
function scoreOf({ text, kinds }: SearchWord, strictness: Strictness): Prisma.Sql {
  const part = `%${likeLiteral(text)}%`;
  // A folded word is letters and digits: nothing of it means anything to a regular expression.
  const whole = `\\m${text}\\M`;
  const isNamed = kinds.length ? Prisma.sql`r."kind" IN (${Prisma.join(kinds)})` : Prisma.sql`false`;
  // To compare a word with whole texts takes long: only where nothing better was found.
  const among =
    strictness === "loose" ? Prisma.sql`r."folded" || ' ' || r."searchText"` : Prisma.sql`r."folded"`;
  return Prisma.sql`CASE
      WHEN r."folded" LIKE ${part} AND r."folded" ~ ${whole} THEN 4
      WHEN ${isNamed} OR r."searchText" LIKE ${part} AND r."searchText" ~ ${whole} THEN 3
      WHEN r."folded" LIKE ${part} THEN 2
      WHEN r."searchText" LIKE ${part} THEN 1
      ELSE 0
    END + word_similarity(${text}, ${among})`;
}

function all(words: readonly SearchWord[], strictness: Strictness, column: Prisma.Sql): Prisma.Sql {
  const conditions = words.map((word) => holds(word, strictness, column));
  return Prisma.join(conditions, strictness === "any" || strictness === "loose" ? " OR " : " AND ");
}

function holds({ text, kinds }: SearchWord, strictness: Strictness, column: Prisma.Sql): Prisma.Sql {
  const length = [...text].length;
  const word = likeLiteral(text);
  // Below three letters only the beginnings of words have trigrams; below four, nearly all words are alike.
  const held =
    length < 3
      ? Prisma.sql`${column} LIKE ${`${word}%`} OR ${column} LIKE ${`% ${word}%`}`
      : length < 4 || strictness === "exact"
        ? Prisma.sql`${column} LIKE ${`%${word}%`}`
        : Prisma.sql`${column} %> ${text} OR ${holdsSwapped(text, column)}`;
  return kinds.length ? Prisma.sql`(${held} OR r."kind" IN (${Prisma.join(kinds)}))` : Prisma.sql`(${held})`;
}

/** Two letters swapped leave a word less like itself than most other slips: each such spelling is looked for. */
function holdsSwapped(text: string, column: Prisma.Sql): Prisma.Sql {
  const spellings = text.length > longestSwapped ? [] : withSwaps(text);
  if (spellings.length === 0) return Prisma.sql`false`;
  return Prisma.join(
    spellings.map((one) => Prisma.sql`${column} LIKE ${`%${likeLiteral(one)}%`}`),
    " OR ",
  );
}
