/** How two countries stand with each other, in a line for each of a country's dossiers. */
import "server-only";
import { cache } from "react";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { DossierState } from "@/lib/domain/dossier-state";
import { listFacet, notCalledOff } from "@/lib/domain/list-facets";
import { todaysDay } from "@/lib/domain/today";
import { isCalledOff } from "./called-off";
import { noteTags } from "./note-tags";

/** All dossiers of a country by title, at most as many as there are other countries. */
export const statesOfCountry = cache((country: string): Promise<DossierState[]> =>
  read(Prisma.sql`WHERE d."countryA" = ${country} OR d."countryB" = ${country}`),
);

/** These dossiers by title: a page of them. */
export async function statesOf(ids: readonly string[]): Promise<DossierState[]> {
  return ids.length === 0 ? [] : read(Prisma.sql`WHERE d."id" = ANY(${ids}::uuid[])`);
}

/** The address of the dossier of two countries, in whichever order; null where there is none. */
export async function slugOfPair(one: string, other: string): Promise<string | null> {
  noteTags(cacheTag.dossiers());
  const found = await database().dossier.findFirst({
    where: {
      OR: [
        { countryA: one, countryB: other },
        { countryA: other, countryB: one },
      ],
    },
    select: { slug: true },
  });
  return found?.slug ?? null;
}

interface Row extends Omit<DossierState, "countries" | "missions" | "years"> {
  countryA: string;
  countryB: string;
  missionsA: number;
  missionsB: number;
  years: DossierState["years"] | null;
}

/** As `trade-total.ts` has them: as stated, else the sum of both directions, which is as sure as its less sure part. */
const total = Prisma.sql`coalesce(t."total", t."exportsA" + t."exportsB")`;
const standing = Prisma.sql`CASE WHEN t."total" IS NOT NULL THEN t."standingTotal"
  WHEN 'estimate' IN (t."standingA", t."standingB") THEN 'estimate' ELSE coalesce(t."standingA", t."standingB") END`;

/** One statement: for each dossier a few looks into the index of its lists. */
async function read(which: Prisma.Sql): Promise<DossierState[]> {
  const today = todaysDay();
  const rows = await database().$queryRaw<Row[]>`
    SELECT d."id", d."slug", d."countryA", d."countryB", d."established", coalesce(kept."count", 0)::int AS "agreements",
      (${openMissions(Prisma.sql`d."countryA"`)}) AS "missionsA", (${openMissions(Prisma.sql`d."countryB"`)}) AS "missionsB",
      (${visit(Prisma.sql`r."sortDate" <= ${today}::date ORDER BY r."sortDate" DESC NULLS LAST, r."id"`)}) AS "lastVisit",
      (${visit(Prisma.sql`r."sortDate" > ${today}::date ORDER BY r."sortDate", r."id"`)}) AS "nextVisit",
      (SELECT jsonb_build_object('year', t."year", 'period', t."period", 'total', trim_scale(${total})::text, 'currency', t."currency",
          'standing', ${standing})
        FROM "Record" r JOIN "TradeYear" t USING ("id")
        WHERE r."dossierId" = d."id" AND r."kind" = 'tradeYear' AND ${total} IS NOT NULL
        ORDER BY t."year" > ${Number(today.slice(0, 4))}::int, t."year" DESC, array_position(ARRAY[d."countryA", d."countryB"], t."reporter") NULLS LAST, t."reporter", t."id"
        LIMIT 1) AS "trade",
      (SELECT jsonb_agg(jsonb_build_object('year', one."year", 'count', one."count") ORDER BY one."year") FROM (
        SELECT date_part('year', r."sortDate")::int AS "year", count(*)::int AS "count" FROM "Record" r
        WHERE r."dossierId" = d."id" AND r."kind" IN ('event', 'visit', 'agreement') AND r."sortDate" IS NOT NULL
          AND NOT ${isCalledOff}
        GROUP BY 1) one) AS "years"
    FROM "Dossier" d JOIN "Record" own USING ("id")
    LEFT JOIN "RecordCount" kept ON kept."dossierId" = d."id" AND kept."kind" = 'agreement'
    ${which} ORDER BY own."title", d."id"`;
  noteTags(cacheTag.dossiers(), ...rows.map(({ id }) => cacheTag.changes(id)));
  return rows.map(({ countryA, countryB, missionsA, missionsB, years, ...row }) => ({
    ...row,
    countries: [countryA, countryB],
    missions: [missionsA, missionsB],
    years: years ?? [],
  }));
}

/** The first visit by such an order that was not called off. */
function visit(inOrder: Prisma.Sql): Prisma.Sql {
  const held = listFacet("notHeld", notCalledOff);
  return Prisma.sql`SELECT jsonb_build_object('slug', r."slug", 'visitor', v."visitor", 'began', v."began", 'from', v."from")
    FROM (SELECT * FROM "Record" r WHERE r."dossierId" = d."id" AND r."kind" = 'visit' AND r."facets" @> ARRAY[${held}]
      AND ${inOrder} LIMIT 1) r
    JOIN "Visit" v USING ("id")`;
}

/** Those that are resident: who is accredited from elsewhere has no mission there. */
function openMissions(sending: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT count(*)::int FROM "Record" r JOIN "Mission" m USING ("id")
    WHERE r."dossierId" = d."id" AND r."kind" = 'mission' AND m."sending" = ${sending} AND m."closed" IS NULL
      AND m."accreditedFrom" IS NULL`;
}
