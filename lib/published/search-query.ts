/** The search in SQL: who matches, by the index of words, and in which order. */
import "server-only";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { areCommon, commonWords } from "./common-words";
import {
  type Branch,
  branchesOf,
  queriesOf,
  type Strictness,
  type Term,
  type TermQueries,
  titled,
} from "./search-terms";
import type { SearchSession } from "./search-session";

/** A record that a search found. */
export interface FoundRow {
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  /** Of the dossier under which it is read; null for a person, who is read above all dossiers. */
  dossierSlug: string | null;
  dossierTitle: string | null;
}

/** The records that match best, at most `limit`; `phrase` is the whole query as folded words. */
export async function matching(
  session: SearchSession,
  phrase: string,
  terms: readonly Term[],
  strictness: Strictness,
  limit: number,
): Promise<FoundRow[]> {
  const queries = terms.map(queriesOf);
  const shares = await commonWords(session);
  const words = terms.map(({ text }) => text);
  const byWalking = branchesOf(queries, strictness, {
    inTitles: areCommon(shares, words, "title"),
    inTexts: areCommon(shares, words, "text"),
  });
  const rows = await ranked(session, phrase, queries, byWalking, limit);
  if (rows.length >= limit || !byWalking.some(({ walks }) => walks)) return rows;
  // Common words may still stand together in few records.
  return ranked(session, phrase, queries, branchesOf(queries, strictness), limit);
}

const ofAddress = `(
  SELECT r.* FROM "Source" s JOIN "Record" r ON r."id" = s."id"
  WHERE md5(entente_address(s."address")) = ANY (ARRAY(SELECT md5(entente_address(one)) FROM unnest($1::text[]) AS one))
    OR md5(entente_address(s."archivedAddress")) = ANY (ARRAY(SELECT md5(entente_address(one)) FROM unnest($1::text[]) AS one)))`;

/** The sources that have one of these web addresses, or were archived there, the latest first. */
export function atAddress(
  session: SearchSession,
  addresses: readonly string[],
  limit: number,
): Promise<FoundRow[]> {
  return session.read<FoundRow>(
    `SELECT one."id", one."kind", one."slug", one."title", one."dossierSlug", d."title" AS "dossierTitle"
    FROM (${visibleIn(ofAddress)}) one LEFT JOIN "Record" d ON d."id" = one."home"
    ORDER BY one."sortDate" DESC NULLS LAST, one."id" LIMIT $2`,
    [addresses, limit],
  );
}

function ranked(
  session: SearchSession,
  phrase: string,
  queries: readonly TermQueries[],
  branches: readonly Branch[],
  limit: number,
): Promise<FoundRow[]> {
  return session.read<FoundRow>(statementFor(queries.length), [
    branches.map(({ query }) => query),
    branches.map(({ most }) => most),
    branches.map(({ walks }) => walks),
    limit,
    // Only several words have an order that could be held as it was typed.
    queries.length > 1 ? phrase : null,
    titled(queries),
    ...queries.flatMap(({ titleWhole, whole, titlePart, part }) => [titleWhole, whole, titlePart, part]),
  ]);
}

const statements = new Map<number, string>();

/** One statement for each number of words: each is planned once on a connection. */
function statementFor(words: number): string {
  const made = statements.get(words) ?? statement(words);
  statements.set(words, made);
  return made;
}

const ownParameters = 6;
/** Of the latest records so many are gone through at most for common words. */
const longestWalk = 5000;

function statement(words: number): string {
  const scores = Array.from({ length: words }, (_, at) => scoreOf(ownParameters + at * 4 + 1));
  return `
    WITH candidate AS MATERIALIZED (
      SELECT DISTINCT ON (one."id") one.*
      FROM unnest($1::tsquery[], $2::int[], $3::boolean[]) AS branch("query", "most", "walks") CROSS JOIN LATERAL (
        (${visibleIn(`"Record"`)} WHERE NOT branch."walks" AND r."searchWords" @@ branch."query" LIMIT branch."most")
        UNION ALL
        (${visibleIn(latest)} WHERE branch."walks" AND r."searchWords" @@ branch."query" LIMIT least($4, branch."most"))
      ) AS one
    ), ranked AS (
      SELECT r.*, ${scores.join(" + ")} + CASE r."kind" WHEN 'dossier' THEN 0.5 ELSE 0 END
        + CASE WHEN $5::text IS NULL OR NOT r."searchWords" @@ $6::tsquery THEN 0
               WHEN ' ' || entente_words(r."title") || ' ' LIKE '% ' || $5::text || ' %' THEN 1 ELSE 0 END AS "score"
      FROM candidate r
    )
    SELECT r."id", r."kind", r."slug", r."title", r."dossierSlug", d."title" AS "dossierTitle"
    FROM (SELECT * FROM ranked ORDER BY "score" DESC, "sortDate" DESC NULLS LAST, "id" LIMIT $4) r
      LEFT JOIN "Record" d ON d."id" = r."home"
    ORDER BY "score" DESC, r."sortDate" DESC NULLS LAST, r."id"`;
}

const latest = `(SELECT * FROM "Record" ORDER BY "sortDate" DESC NULLS LAST, "id" LIMIT ${longestWalk})`;

// A record is read under its dossier; a source, which has none, under the first that cites it, and a
// person under none: as `publicPathOf` says.
const visibleIn = (records: string) => `
  SELECT r."id", r."kind", r."slug", r."title", r."sortDate", r."searchWords", d."id" AS "home",
    d."slug" AS "dossierSlug"
  FROM ${records} r CROSS JOIN LATERAL (
    SELECT d."id", d."slug" FROM "Dossier" d WHERE d."id" = coalesce(
      r."dossierId",
      CASE r."kind" WHEN 'source' THEN (
        SELECT cd."id" FROM "Citation" ci
          JOIN "Record" cr ON cr."id" = ci."recordId"
          JOIN "Dossier" cd ON cd."id" = coalesce(cr."dossierId", cr."id")
        WHERE ci."sourceId" = r."id" ORDER BY cd."id" LIMIT 1) END,
      r."id")
    UNION ALL SELECT NULL, NULL WHERE r."kind" = 'person'
    LIMIT 1) d`;

/**
 * What a word counts for: more where it stands whole, or names the kind, than where it is part or a misspelling of
 * another, and more in the title than in the text. `first` is the first of its four parameters.
 */
function scoreOf(first: number): string {
  const [titleWhole, whole, titlePart, part] = [0, 1, 2, 3].map((at) => `$${first + at}::tsquery`);
  return `CASE WHEN r."searchWords" @@ ${titleWhole} THEN 4 WHEN r."searchWords" @@ ${whole} THEN 3
    WHEN r."searchWords" @@ ${titlePart} THEN 2 WHEN r."searchWords" @@ ${part} THEN 1 ELSE 0 END`;
}
