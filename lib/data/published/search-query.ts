/** The search in SQL: who matches, by the trigram indexes, and in which order. */
import "server-only";
import { Prisma } from "../generated/client";
import { literally, type SearchWord } from "./search-words";

/** How strictly a record has to hold the words: as typed, all of them misspelt or not, or at least one. */
export type Strictness = "exact" | "similar" | "any";

export interface FoundRow {
  id: string;
  kind: string;
  slug: string;
  title: string;
  dossierSlug: string;
  dossierTitle: string;
}

// So many candidates are ranked at the most: a word that every record holds must not rank them all.
const most = { dossiers: 50, titles: 200, texts: 500 };

/** The records that match best. `folded` is the whole query; it and the words are lower case without accents. */
export function searchQuery(
  folded: string,
  words: readonly SearchWord[],
  strictness: Strictness,
  limit: number,
): Prisma.Sql {
  const inText = all(words, strictness, Prisma.sql`r."find"`);
  const inTitle = all(words, strictness, Prisma.sql`entente_folded(r."title")`);
  const scores = words.map(({ text }) => Prisma.sql`word_similarity(${text}, r."folded")`);
  const held = words.map((word) => Prisma.sql`(${holds(word, "exact", Prisma.sql`r."find"`)})::int`);
  return Prisma.sql`
    WITH candidate AS MATERIALIZED (
      (${visible} WHERE r."kind" = 'dossier' AND (${inText}) LIMIT ${most.dossiers})
      UNION (${visible} WHERE ${inTitle} LIMIT ${most.titles})
      UNION (${visible} WHERE ${inText} LIMIT ${most.texts})
    )
    SELECT r."id", r."kind", r."slug", r."title", r."dossierSlug", d."title" AS "dossierTitle"
    FROM (SELECT *, entente_folded("title") AS "folded" FROM candidate) r JOIN "Record" d ON d."id" = r."home"
    ORDER BY
      ${Prisma.join(held, " + ")} + 2 * (${Prisma.join(scores, " + ")})
        + (r."folded" LIKE ${`%${literally(folded)}%`})::int
        + CASE r."kind" WHEN 'dossier' THEN 0.5 ELSE 0 END DESC,
      r."newest" DESC NULLS LAST, r."id"
    LIMIT ${limit}`;
}

// A record is seen under its dossier; a source, which has none, under one that cites it.
const visible = Prisma.sql`
  SELECT r."id", r."kind", r."slug", r."title", r."newest", r."find", d."id" AS "home", d."slug" AS "dossierSlug"
  FROM "Record" r JOIN "Dossier" d ON d."id" = coalesce(
    r."dossierId",
    (SELECT cd."id" FROM "Citation" ci
     JOIN "Record" cr ON cr."id" = ci."recordId"
     JOIN "Dossier" cd ON cd."id" = coalesce(cr."dossierId", cr."id")
     WHERE ci."sourceId" = r."id" LIMIT 1),
    r."id")`;

function all(words: readonly SearchWord[], strictness: Strictness, column: Prisma.Sql): Prisma.Sql {
  const conditions = words.map((word) => holds(word, strictness, column));
  return Prisma.join(conditions, strictness === "any" ? " OR " : " AND ");
}

function holds({ text, kinds }: SearchWord, strictness: Strictness, column: Prisma.Sql): Prisma.Sql {
  const length = [...text].length;
  const word = literally(text);
  // Below three letters only the beginnings of words have trigrams; below four, nearly all words are alike.
  const held =
    length < 3
      ? Prisma.sql`${column} LIKE ${`${word}%`} OR ${column} LIKE ${`% ${word}%`}`
      : length < 4 || strictness === "exact"
        ? Prisma.sql`${column} LIKE ${`%${word}%`}`
        : Prisma.sql`${column} %> ${text}`;
  return kinds.length ? Prisma.sql`(${held} OR r."kind" IN (${Prisma.join(kinds)}))` : Prisma.sql`(${held})`;
}
