/** Fills a database with a house of many dossiers, by SQL: what plans and figures at growth are taken on. */
import type pg from "pg";
import { projectedBy } from "@/lib/domain/projection";

export interface House {
  /** How many entries there are in all, some 2 % of them sources. */
  entries: number;
  dossiers: number;
  /** How many visits the first dossier has. */
  visits: number;
}

/** What a filled house holds for those who ask it. */
export interface Filled {
  /** The dossier of many visits, and one of the others. */
  big: string;
  small: string;
  /** The source that a fifth of the records cite. */
  popular: string;
}

/** The id of the nth made-up entry: in their order, as ids of version 7 are. */
const idOf = (n: string) => `('01900000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/**
 * Adds entries as years of work would leave them: most published, some waiting, a few in the trash; each with its
 * citations, links, revisions and audit events. `client` works as the tables' owner; the planner knows of the rows
 * afterwards. Typed rows are made for dossiers and sources alone: the desk reads no others.
 */
export async function fillHouse(client: pg.Client, { entries, dossiers, visits }: House): Promise<Filled> {
  const sources = Math.max(10, Math.round(entries / 50));
  // Numbers 1 to `dossiers` are dossiers, then come the sources, then the records.
  const first = dossiers + sources + 1;
  await client.query(
    `CREATE TEMP TABLE made AS
     SELECT n, ${idOf("n")} AS id, kind, CASE WHEN n >= ${first} THEN ${idOf("dossier")} END AS "dossierId",
       CASE WHEN n <= ${dossiers} + 1 THEN 'published' WHEN n % 50 = 7 THEN 'trashed' WHEN n % 10 = 3 THEN 'draft' WHEN n % 33 = 5 THEN 'changed' ELSE 'published' END AS state,
       (ARRAY['Meeting','Conference','Agreement','Exhibition','Delegation'])[1 + n % 5] || ' of ' ||
       (ARRAY['ministers','students','traders','musicians','engineers','doctors'])[1 + n % 6] || ' no. ' || n AS title
     FROM (
       SELECT n, CASE
           WHEN n <= ${dossiers} THEN 'dossier' WHEN n < ${first} THEN 'source'
           WHEN n < ${first + visits} THEN 'visit'
           ELSE (ARRAY['event','event','event','visit','agreement','agreement','tradeYear','mission'])[1 + n % 8] END AS kind,
         CASE WHEN n < ${first + visits} THEN 1 ELSE 1 + (n * 7919) % ${dossiers} END AS dossier
       FROM generate_series(1, $1::int) AS n) numbered`,
    [entries],
  );
  await client.query("ANALYZE made");
  const [state, live] = [`m.state`, `m.state <> 'trashed'`];
  await client.query(
    `INSERT INTO "Entry" ("id", "kind", "dossierId", "state", "version", "draft", "slug", "title", "sortDate", "searchText", "facets",
                          "uniqueKey", "projectedBy", "createdByName", "updatedByName", "createdAt", "updatedAt", "trashedAt")
     SELECT m.id, m.kind, m."dossierId", ${state}, 2,
       jsonb_build_object('title', m.title, 'text', repeat('Made-up text. ', 20), 'countryA', 'A' || chr(65 + m.n % 26), 'countryB', 'B' || chr(65 + m.n / 26 % 26)),
       'made-up-' || m.n, m.title, CASE WHEN m.n % 7 > 0 THEN date '1992-01-01' + m.n % 12000 END,
       lower(m.title) || repeat(' made-up text', 20),
       jsonb_build_object('year', 1992 + m.n % 33) || CASE m.kind
         WHEN 'event' THEN jsonb_build_object('type', (ARRAY['incident','cooperation','other','anniversary'])[1 + m.n % 4])
         WHEN 'visit' THEN jsonb_build_object('from', CASE WHEN m.n % 2 = 0 THEN 'KZ' ELSE 'MX' END, 'type', (ARRAY['state','official','working'])[1 + m.n % 3],
                                              'rank', CASE WHEN m.n % 500 = 1 THEN 'deputy-minister' ELSE 'minister' END)
         WHEN 'agreement' THEN jsonb_build_object('type', 'treaty', 'subject', (ARRAY['culture','transport','other'])[1 + m.n % 3], 'inForce', 'yes')
         WHEN 'tradeYear' THEN jsonb_build_object('reporter', CASE WHEN m.n % 2 = 0 THEN 'KZ' ELSE 'MX' END)
         WHEN 'mission' THEN jsonb_build_object('sending', 'KZ', 'type', 'embassy')
         WHEN 'source' THEN jsonb_build_object('publisher', 'Ministry')
         ELSE '{}' END || CASE WHEN m.kind = 'source' THEN '{}' ELSE jsonb_build_object('sourced', m.n % 20 <> 3) END,
       CASE WHEN m.kind IN ('tradeYear', 'dossier') THEN 'key ' || m.n END,
       ${projectedBy}, 'Bench', 'Bench', now() - (${entries} - m.n) * interval '10 minutes', now() - ((m.n::bigint * 7919) % ${entries}) * interval '9 minutes',
       CASE WHEN ${live} THEN NULL ELSE now() END
     FROM made m ORDER BY m.n`,
  );
  const published = `m.state IN ('published', 'changed')`;
  await client.query(
    `INSERT INTO "Record" ("id", "kind", "dossierId", "slug", "title", "sortDate", "searchText", "uniqueKey", "version", "firstPublishedAt", "lastPublishedAt")
     SELECT e."id", e."kind", e."dossierId", e."slug", e."title", e."sortDate", e."searchText", e."uniqueKey", 1, e."createdAt", e."updatedAt"
     FROM "Entry" e JOIN made m ON m.id = e."id" WHERE ${published}`,
  );
  await client.query(
    `INSERT INTO "Dossier" ("id", "countryA", "countryB", "slug", "summary")
     SELECT m.id, chr(65 + m.n / 26 % 26) || chr(65 + m.n % 26), 'Z' || chr(97 + m.n / 676), 'made-up-' || m.n, 'Made up'
     FROM made m WHERE m.kind = 'dossier'`,
  );
  await client.query(
    `INSERT INTO "Source" ("id", "title") SELECT m.id, m.title FROM made m WHERE m.kind = 'source' AND ${published}`,
  );
  // Each cites one source of its own dossier's, and a fifth the popular one as well.
  const cites = (own: string) =>
    `SELECT m.id, m."dossierId", 0 AS position, s.id AS source, m.state FROM made m
     JOIN made s ON s.n = ${dossiers + 2} + m.n % ${sources - 1} AND ${own}
     WHERE m.n >= ${first} AND m.n % 20 <> 3
     UNION ALL SELECT m.id, m."dossierId", 1, s.id, m.state FROM made m JOIN made s ON s.n = ${dossiers + 1}
     WHERE m.n >= ${first} AND m.n % 5 = 0 AND m.n % 20 <> 3`;
  await client.query(
    `INSERT INTO "EntryLink" ("fromId", "toId", "field") SELECT m.id, m.source, 'citations.source' FROM (${cites("s.state <> 'trashed'")}) m
     WHERE ${live} ON CONFLICT DO NOTHING`,
  );
  await client.query(
    `INSERT INTO "Citation" ("recordId", "position", "sourceId")
     SELECT m.id, m.position, m.source FROM (${cites("s.state IN ('published', 'changed')")}) m WHERE ${published}`,
  );
  await client.query(
    `INSERT INTO "SourceNumber" ("dossierId", "sourceId", "number")
     SELECT "dossierId", "sourceId", row_number() OVER (PARTITION BY "dossierId" ORDER BY "sourceId")
     FROM (SELECT DISTINCT r."dossierId", c."sourceId" FROM "Citation" c JOIN "Record" r ON r."id" = c."recordId" JOIN made m ON m.id = r."id") cited`,
  );
  for (const [version, action] of [
    [1, "create"],
    [2, "save"],
  ] as const) {
    await client.query(
      `INSERT INTO "Revision" ("id", "entryId", "version", "action", "values", "title", "byName", "at")
       SELECT gen_random_uuid(), e."id", ${version}, '${action}', e."draft", e."title", 'Bench', e."updatedAt" FROM "Entry" e JOIN made m ON m.id = e."id"`,
    );
    await client.query(
      `INSERT INTO "AuditEvent" ("id", "at", "byName", "action", "subject", "entryId", "version")
       SELECT gen_random_uuid(), e."updatedAt", 'Bench', '${action}', e."kind", e."id", ${version} FROM "Entry" e JOIN made m ON m.id = e."id"`,
    );
  }
  await client.query(
    `INSERT INTO "AuditEvent" ("id", "byName", "action", "subject")
     SELECT gen_random_uuid(), 'Bench', 'sign-in', 'account' FROM generate_series(1, ${Math.round(entries / 20)})`,
  );
  const { rows } = await client.query<Filled>(
    `SELECT ${idOf("1")} AS big, ${idOf("2")} AS small, ${idOf(String(dossiers + 1))} AS popular`,
  );
  await client.query(`DROP TABLE made`);
  await client.query("VACUUM ANALYZE");
  return rows[0]!;
}
