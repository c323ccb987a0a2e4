/** What holds of the desk's tables whatever was done, and in whatever order. */
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { linksFrom } from "@/lib/domain/references";

/** How often a property of the desk is tried. */
export const modelRuns = Number(process.env.MODEL_RUNS ?? 40);

/** The invariants that do not hold of these records, each as a sentence. */
export async function brokenInvariants(ids: readonly string[]): Promise<string[]> {
  return [...(await brokenInTables(ids)), ...(await brokenLinks(ids)), ...(await brokenCounts())];
}

/** The ids in the typed tables of all kinds, as one query. A kind's table has its key's name, with a capital. */
const typedIds = Prisma.raw(
  kindKeys.map((key) => `SELECT "id" FROM "${key[0]!.toUpperCase()}${key.slice(1)}"`).join(" UNION ALL "),
);

async function brokenInTables(ids: readonly string[]): Promise<string[]> {
  const rows = await database().$queryRaw<{ what: string; id: string }[]>`
    WITH e AS (SELECT * FROM "Entry" WHERE "id" = ANY(${[...ids]}::uuid[])),
    typed AS (${typedIds})
    SELECT 'a live record refers to a trashed one' AS what, e."id" FROM e
      JOIN "EntryLink" l ON l."fromId" = e."id" JOIN "Entry" t ON t."id" = l."toId"
      WHERE e."state" <> 'trashed' AND t."state" = 'trashed'
    UNION ALL SELECT 'a live record belongs to a trashed dossier', e."id" FROM e
      JOIN "Entry" d ON d."id" = e."dossierId" WHERE e."state" <> 'trashed' AND d."state" = 'trashed'
    UNION ALL SELECT 'a trashed record refers to something', e."id" FROM e
      JOIN "EntryLink" l ON l."fromId" = e."id" WHERE e."state" = 'trashed'
    UNION ALL SELECT 'a record is published, or is not, against its state', e."id" FROM e
      WHERE (e."state" IN ('published', 'changed')) <> EXISTS (SELECT FROM "Record" r WHERE r."id" = e."id")
    UNION ALL SELECT 'a typed row is there, or is not, against the state', e."id" FROM e
      WHERE (e."state" IN ('published', 'changed')) <> EXISTS (SELECT FROM typed t WHERE t."id" = e."id")
    UNION ALL SELECT 'a version has several events', e."id" FROM e
      WHERE EXISTS (SELECT FROM "AuditEvent" a WHERE a."entryId" = e."id" AND a."action" <> 'verify'
          GROUP BY a."version" HAVING count(*) > 1)
    UNION ALL SELECT 'what no autosave wrote has no event', e."id" FROM e
      WHERE e."autosavedAt" IS NULL
        AND e."version" IS DISTINCT FROM (SELECT max(a."version") FROM "AuditEvent" a WHERE a."entryId" = e."id")
    UNION ALL SELECT 'not every copy was kept', e."id" FROM e
      WHERE (SELECT array_agg(v."version" ORDER BY v."version") FROM "Revision" v WHERE v."entryId" = e."id")
        IS DISTINCT FROM (SELECT array_agg(a."version" ORDER BY a."version") FROM "AuditEvent" a
          WHERE a."entryId" = e."id" AND a."action" IN ('create', 'save', 'publish', 'restore', 'autosave'))
    UNION ALL SELECT 'the published title is not that of the latest publication', e."id" FROM e
      JOIN "Record" r ON r."id" = e."id"
      WHERE r."title" IS DISTINCT FROM (SELECT v."title" FROM "Revision" v
        WHERE v."entryId" = e."id" AND v."action" = 'publish' ORDER BY v."version" DESC LIMIT 1)
    UNION ALL SELECT 'a cited source has no number', e."id" FROM e
      JOIN "Record" r ON r."id" = e."id" JOIN "Citation" c ON c."recordId" = r."id"
      WHERE NOT EXISTS (SELECT FROM "SourceNumber" n
        WHERE n."dossierId" = coalesce(r."dossierId", r."id") AND n."sourceId" = c."sourceId")`;
  return rows.map(({ what, id }) => `${what}: ${id}`);
}

/** Kept counts that are not those of the entries, of the whole house. */
async function brokenCounts(): Promise<string[]> {
  const rows = await database().$queryRaw<{ what: string }[]>`
    SELECT 'the kept count of ' || coalesce(k."kind" || ' ' || k."state", e."kind" || ' ' || e."state") || ' is ' ||
      coalesce(k."count", 0) || ' and not ' || coalesce(e."count", 0) AS "what"
    FROM (SELECT "kind", "state", "sourced", sum("count") AS "count" FROM "EntryCount" GROUP BY 1, 2, 3) k
    FULL JOIN (
      SELECT "kind", "state", ("facets"->>'sourced')::boolean AS "sourced", count(*) AS "count" FROM "Entry" GROUP BY 1, 2, 3
    ) e ON e."kind" = k."kind" AND e."state" = k."state" AND coalesce(e."sourced"::text, '') = coalesce(k."sourced"::text, '')
    WHERE coalesce(k."count", 0) <> coalesce(e."count", 0)`;
  return rows.map(({ what }) => what);
}

/** Links that are not those of the working copy. */
async function brokenLinks(ids: readonly string[]): Promise<string[]> {
  const entries = await database().entry.findMany({
    where: { id: { in: [...ids] }, state: { not: "trashed" } },
    select: { id: true, kind: true, draft: true, linksOut: { select: { toId: true, field: true } } },
  });
  const told = (links: { to: string; field: string }[]) =>
    links.map(({ to, field }) => `${field} ${to}`).sort();
  return entries.flatMap(({ id, kind, draft, linksOut }) => {
    const wanted = told(linksFrom(kindOf(kind as KindKey), draft as Record<string, unknown>));
    const held = told(linksOut.map(({ toId, field }) => ({ to: toId, field })));
    return wanted.join() === held.join() ? [] : [`the links are not those of the working copy: ${id}`];
  });
}
