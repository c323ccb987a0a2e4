/** What a form for a year of trade can take over from the years that are there. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { within } from "../limits";

/** The source that a year of trade cites first. */
export interface CitedByYear {
  sourceId: string;
  /** The title of the year that cites it. */
  citedBy: string;
}

/** The years that a reporter has in a dossier already, in whatever state but the trash. */
export async function yearsReported(
  actor: Actor,
  dossierId: string,
  reporter: string,
): Promise<ReadonlySet<number>> {
  demand(actor, "read");
  const rows = await database().$queryRaw<{ year: number }[]>`
    SELECT (e."facets"->>'year')::int AS "year" FROM "Entry" e
    WHERE e."kind" = 'tradeYear' AND e."dossierId" = ${dossierId}::uuid AND e."state" <> 'trashed' AND ${within(actor, "e", "tradeYear")}
      AND e."facets"->>'reporter' = ${reporter} AND e."facets"->>'year' IS NOT NULL`;
  return new Set(rows.map(({ year }) => year));
}

/** The first source of the newest year of trade in a dossier that cites one, that of a record itself apart. */
export async function sourceOfNewestYear(
  actor: Actor,
  dossierId: string,
  { except = null }: { except?: string | null } = {},
): Promise<CitedByYear | null> {
  demand(actor, "read");
  const [newest] = await database().$queryRaw<CitedByYear[]>`
    SELECT e."draft"->'citations'->0->>'source' AS "sourceId", e."title" AS "citedBy" FROM "Entry" e
    WHERE e."kind" = 'tradeYear' AND e."dossierId" = ${dossierId}::uuid AND e."state" <> 'trashed' AND ${within(actor, "e", "tradeYear")}
      AND e."id" IS DISTINCT FROM ${except}::uuid AND e."draft"->'citations'->0->>'source' IS NOT NULL
    ORDER BY e."sortDate" DESC NULLS LAST, e."updatedAt" DESC LIMIT 1`;
  return newest ?? null;
}
