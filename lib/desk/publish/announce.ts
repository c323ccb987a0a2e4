/** Notices of publications and removals, for the server that keeps finished pages. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { Prisma } from "@/lib/database/generated/client";
import type { Transaction } from "@/lib/database/client";
import { rowsKept } from "@/lib/database/outbox";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { Touched } from "@/lib/domain/touched-tags";

/** What is to be known of one publication or removal. */
export interface Notice {
  recordId: string;
  kind: KindKey;
  dossierId: string | null;
  action: "publish" | "unpublish";
  slug: string;
  touched: Touched;
}

// What the outbox's own trigger locks.
const outboxLock = 20_140_914;

/** Notices are kept for so long besides the newest, for the servers that read what was added since they read last. */
const timeKept = "10 minutes";

/**
 * Puts notices into the outbox: the last thing that a transaction does. From here to its commit no other can add
 * notices, so that their numbers come in the order of the commits; taking further locks after this may deadlock. Throws away what
 * is too old to be read.
 */
export async function announce(db: Transaction, notices: readonly Notice[]): Promise<void> {
  // Changes of citations that were announced before are committed then, and those announced next see what is changed here.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${outboxLock}::bigint)`;
  const rows = notices.map(({ touched, ...notice }, place) => ({ ...notice, place, tags: touched.tags }));
  const own = notices.map(({ recordId }) => recordId);
  // A dossier's set of sources changes where no record but these cites what they began or ceased to cite.
  const citations = notices.flatMap(({ recordId, dossierId, touched }) =>
    touched.sources.map((sourceId) => {
      const dossier = dossierId ?? recordId;
      return { recordId, dossierId: dossier, sourceId, tag: cacheTag.sources(dossier) };
    }),
  );
  await db.$executeRaw`
    WITH citation AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(citations)}::jsonb)
        AS c("recordId" uuid, "dossierId" uuid, "sourceId" uuid, "tag" text)
    ), around AS (
      SELECT "recordId", "tag" FROM citation one WHERE NOT EXISTS (
        ${citing(Prisma.sql`one`)} AND c."recordId" <> ALL(${own}::uuid[]))
      UNION
      SELECT n."sourceId", tag FROM "SourceNumber" n, unnest(ARRAY[${cacheTag.changes("")} || n."dossierId", ${cacheTag.changes(null)}]) tag
      WHERE n."sourceId" = ANY(${own}::uuid[]) AND EXISTS (${citing(Prisma.sql`n`)})
    ), pruned AS (
      DELETE FROM "Outbox" WHERE "id" IN (
        SELECT "id" FROM "Outbox"
        WHERE "id" <= (SELECT max("id") FROM "Outbox") - ${rowsKept} AND "at" < now() - ${timeKept}::interval
        ORDER BY "id" LIMIT 5000)
    )
    INSERT INTO "Outbox" ("recordId", "kind", "dossierId", "action", "slug", "tags")
    SELECT one."recordId", one."kind", one."dossierId", one."action", one."slug",
      one."tags" || ARRAY(SELECT "tag" FROM around WHERE around."recordId" = one."recordId")
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS one("recordId" uuid, "kind" text, "dossierId" uuid, "action" text, "slug" text, "tags" text[], "place" int)
    ORDER BY one."place"`;
}

/** Announces that a setting changed which pages of a kind's records show, by its key. As `announce`, last. */
export async function announceSetting(
  db: Transaction,
  { kind, key }: { kind: KindKey; key: string },
  tags: readonly string[],
): Promise<void> {
  await announceTags(db, { recordId: uuidv7(), kind, dossierId: null, slug: key }, tags);
}

/** Announces what pages show besides the record itself, by its tags alone. As `announce`, last. */
export async function announceTags(
  db: Transaction,
  about: Omit<Notice, "action" | "touched">,
  tags: readonly string[],
): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${outboxLock}::bigint)`;
  await db.outbox.create({ data: { ...about, action: "publish", tags: [...tags] } });
}

/** The citations of a source in a dossier, both of them columns of `of`; further conditions may follow. */
function citing(of: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT FROM "Citation" c WHERE c."sourceId" = ${of}."sourceId" AND c."dossierId" = ${of}."dossierId"`;
}
