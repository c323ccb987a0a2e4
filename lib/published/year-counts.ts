import "server-only";
import { cache } from "react";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { type DossierKindKey, kindKeys, kinds } from "@/lib/domain/kinds/registry";
import { listFacet } from "@/lib/domain/list-facets";
import type { LaneKind, YearCount } from "@/lib/domain/year-counts";
import { calledOff } from "./called-off";
import { noteTags } from "./note-tags";

const dossierKinds = kindKeys.filter((key): key is DossierKindKey => kinds[key].inDossier);

/**
 * How many records a dossier has of each kind, of each side of those kinds that have sides, and in which years. One
 * statement on one index; no more rows than there are years in which anything began.
 */
export function yearCounts(
  dossierId: string,
  parties: readonly [string, string],
  lanes: readonly LaneKind[],
): Promise<YearCount[]> {
  const sides = parties.map((country) =>
    lanes.flatMap(({ countryField }) => (countryField === null ? [] : listFacet(countryField, country))),
  );
  return readCounts(dossierId, parties.join(" "), JSON.stringify(sides));
}

// Remembered by plain arguments: a list would be a new key each time.
const readCounts = cache(async (dossierId: string, pair: string, facets: string): Promise<YearCount[]> => {
  noteTags(...dossierKinds.map((kind) => cacheTag.list(dossierId, kind)));
  const parties = pair.split(" ");
  const [ofFirst = [], ofSecond = []] = JSON.parse(facets) as string[][];
  const rows = await database().$queryRaw<(Omit<YearCount, "country"> & { side: number | null })[]>`
    SELECT r."kind",
           CASE WHEN r."facets" && ${ofFirst}::text[] THEN 0 WHEN r."facets" && ${ofSecond}::text[] THEN 1 END AS "side",
           date_part('year', r."sortDate")::int AS "year", r."facets" && ${calledOff}::text[] AS "isCalledOff",
           count(*)::int AS "count"
    FROM "Record" r
    WHERE r."dossierId" = ${dossierId}::uuid AND EXISTS (SELECT FROM "Dossier" d WHERE d."id" = ${dossierId}::uuid)
    GROUP BY 1, 2, 3, 4`;
  return rows.map(({ side, ...row }) => ({ ...row, country: side === null ? null : parties[side]! }));
});
