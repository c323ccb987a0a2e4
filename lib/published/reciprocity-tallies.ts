/** What of a dossier's visits and missions is counted to see how each side returns what the other does. */
import "server-only";
import { cacheTag } from "@/lib/domain/cache-tags";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { listFacet } from "@/lib/domain/list-facets";
import type { MissionTally, VisitTally } from "@/lib/domain/reciprocity";
import { countriesOf, sideOf, type Sides } from "@/lib/domain/sides";
import { todaysDay } from "@/lib/domain/today";
import { isCalledOff } from "./called-off";
import { noteTags } from "./note-tags";

/** The visits that took place and the resident missions that are not closed, counted: no more rows than ranks, types and decades. */
export async function reciprocityTallies(
  dossierId: string,
  sides: Sides,
): Promise<{ visits: VisitTally[]; missions: MissionTally[] }> {
  noteTags(cacheTag.list(dossierId, "visit"), cacheTag.everything(dossierId, "mission"));
  const facetsOf = (field: string, side: "a" | "b") =>
    countriesOf(sides)
      .filter((country) => sideOf(country, sides) === side)
      .map((country) => listFacet(field, country));
  const side = (field: string) => Prisma.sql`CASE
    WHEN r."facets" && ${facetsOf(field, "a")}::text[] THEN 'a'
    WHEN r."facets" && ${facetsOf(field, "b")}::text[] THEN 'b' END`;
  const valueOf = (field: string) => Prisma.sql`(
    SELECT split_part(f.facet, '=', 2) FROM unnest(r."facets") AS f(facet) WHERE starts_with(f.facet, ${`${field}=`}) LIMIT 1)`;
  const own = (kind: string) => Prisma.sql`r."dossierId" = ${dossierId}::uuid AND r."kind" = ${kind}
    AND EXISTS (SELECT FROM "Dossier" d WHERE d."id" = ${dossierId}::uuid)`;
  const rows = await database().$queryRaw<Row[]>`
    SELECT 'visit' AS "kind", ${side("from")} AS "side", ${valueOf("rank")} AS "value",
      (date_part('year', r."sortDate")::int / 10) * 10 AS "decade", count(*)::int AS "count", (array_agg(v."began" ORDER BY r."sortDate" DESC, v."began" DESC) FILTER (WHERE r."sortDate" <= ${todaysDay()}::date))[1] AS "last"
    FROM "Record" r JOIN "Visit" v ON v."id" = r."id" WHERE ${own("visit")} AND NOT ${isCalledOff} GROUP BY 2, 3, 4
    UNION ALL
    SELECT 'mission', ${side("sending")}, ${valueOf("type")}, NULL, count(*)::int, NULL
    FROM "Record" r JOIN "Mission" m ON m."id" = r."id" WHERE ${own("mission")} AND m."closed" IS NULL AND m."accreditedFrom" IS NULL GROUP BY 2, 3`;
  const of = (kind: Row["kind"]) =>
    rows.flatMap((row) => (row.kind === kind && row.side !== null && row.value !== null ? [row] : []));
  return {
    visits: of("visit").map(({ side: by, value, decade, count, last }) => ({
      ...{ side: by!, rank: value!, decade, count, last },
    })),
    missions: of("mission").map(({ side: by, value, count }) => ({ side: by!, type: value!, count })),
  };
}

interface Row {
  kind: "visit" | "mission";
  side: "a" | "b" | null;
  value: string | null;
  decade: number | null;
  count: number;
  last: string | null;
}
