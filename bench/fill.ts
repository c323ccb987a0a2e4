/** Fills a database with many made-up entries, by SQL: what a bench measures on, not how it got there. */
import { withConnection } from "@/lib/database/connection";
import { projectedBy } from "@/lib/domain/projection";
import { required } from "@/lib/env";

/** Adds `count` drafts of events to a dossier, and returns when the planner knows of them. */
export async function fillEvents(dossierId: string, count: number): Promise<void> {
  // As the tables' owner: no time limit of the application's holds, and only the owner may ANALYZE.
  await withConnection(required("directDatabaseUrl"), async (client) => {
    await client.query(
      `INSERT INTO "Entry" ("id", "kind", "dossierId", "state", "draft", "title", "sortDate", "searchText", "facets",
                          "projectedBy", "createdByName", "updatedByName", "updatedAt")
     SELECT gen_random_uuid(), 'event', $1, (ARRAY['draft','published','changed'])[1 + n % 3],
            jsonb_build_object('title', t, 'type', 'incident', 'text', 'Made-up text ' || n), t,
            CASE WHEN n % 7 > 0 THEN date '1992-01-01' + n % 12000 END,
            t || ' made-up text ' || n,
            jsonb_build_object('type', (ARRAY['incident','cooperation','other','anniversary'])[1 + n % 4],
                               'year', 1992 + n % 33, 'sourced', n % 10 > 0),
            ${projectedBy}, 'Bench', 'Bench', now() - n * interval '1 minute'
     FROM (SELECT n, (ARRAY['Meeting','Conference','Agreement','Exhibition','Delegation'])[1 + n % 5] || ' of '
                     || (ARRAY['ministers','students','traders','musicians','engineers','doctors'])[1 + n % 6] || ' no. ' || n AS t
           FROM generate_series(1, $2::int) AS n) AS made`,
      [dossierId, count],
    );
    await client.query("ANALYZE");
  });
}
