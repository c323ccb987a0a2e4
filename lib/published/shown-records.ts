/** The few records that a dossier's overview and a page of its history name, found by index and read by their ids. */
import "server-only";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { ListSpan } from "@/lib/domain/cache-tags";
import { cacheTag } from "@/lib/domain/cache-tags";
import { embassyTypes, foremostFirst } from "@/lib/domain/foremost-missions";
import { type DossierKindKey, kindKeyOf } from "@/lib/domain/kinds/registry";
import { type LaneTally, MARK_LIMIT } from "@/lib/domain/lane-tallies";
import { pastActions } from "@/lib/domain/kinds/agreement-status";
import { listFacet, notCalledOff } from "@/lib/domain/list-facets";
import { daysOf } from "@/lib/domain/list-periods";
import type { PublishedRecord } from "@/lib/domain/published";
import type { LaneKind, ToldKind } from "@/lib/domain/year-counts";
import { recordsById } from "./by-id";
import { isCalledOff } from "./called-off";
import { noteTags } from "./note-tags";
import { newestFirst } from "./record-order";

/** What a page shows of a dossier's records, by a name of its own for each. */
export interface Wanted {
  /** The lanes that show a mark for each dated record. */
  marks?: { tallies: readonly LaneTally[]; lanes: readonly LaneKind[] };
  /** Those of these kinds that begin in a span, a page of it, the newest first. */
  chronicle?: { told: readonly ToldKind[]; span: ListSpan; page: number; most: number };
  /** The newest of some kinds, so many of each. */
  latest?: readonly { kind: DossierKindKey; most: number }[];
  /** Of each of these countries its missions that are not closed, those first that speak for it. */
  missions?: { of: readonly string[]; most: number };
  /**
   * Of each of these countries the last visits of its people that began by `today`, an ISO day, and took place: of any rank, and of
   * heads of state; and the next one that is planned for after it.
   */
  lastVisits?: { of: readonly string[]; heads: number; today: string };
  /** The agreement signed last by `today`, an ISO day. */
  lastAgreement?: { today: string };
  /** How many agreements are in force, and how many not. */
  forces?: { today: string };
}

type Part = Exclude<keyof Wanted, "forces"> | "headVisits" | "nextVisits";

/** Whether an agreement is in force, and if not, why (`unforcedOf`); a statement cannot be. */
export type Force = "yes" | "ended" | "pending" | "not-in-force" | "unknown" | "statement";

export type Shown = Record<Exclude<Part, "missions">, PublishedRecord<DossierKindKey>[]> & {
  /** Those that speak for a country first (`foremostFirst`), of those the newest. */
  missions: PublishedRecord<"mission">[];
  /** How many resident missions that are not closed each country has. */
  missionCounts: ReadonlyMap<string, number>;
  /** How many agreements there are of each force, of those that there are. */
  forceCounts: ReadonlyMap<string, number>;
};

interface Found {
  part: Part | "forces";
  /** Null where it counts rather than names. */
  id: string | null;
  kind: string;
  country: string | null;
  count: number | null;
}

/**
 * The records that a page wants, each part but the missions newest first: one statement that finds them, and one reading of each kind.
 * No part is larger than the page has room for.
 */
export async function shownRecords(dossierId: string, wanted: Wanted): Promise<Shown> {
  const parts = [
    ...markParts(dossierId, wanted),
    ...chronicleParts(dossierId, wanted),
    ...latestParts(dossierId, wanted),
    ...missionParts(dossierId, wanted),
    ...lastVisitParts(dossierId, wanted),
    ...lastAgreementParts(dossierId, wanted),
    ...forceParts(dossierId, wanted),
  ];
  const found =
    parts.length === 0
      ? []
      : await database().$queryRaw<Found[]>`
    WITH r AS NOT MATERIALIZED (
      SELECT "id", "kind", "sortDate", "facets" FROM "Record"
      WHERE "dossierId" = ${dossierId}::uuid AND EXISTS (SELECT FROM "Dossier" d WHERE d."id" = ${dossierId}::uuid)
    )
    ${Prisma.join(parts, " UNION ALL ")}`;
  const named = found.filter((one): one is Found & { id: string } => one.id !== null);
  const wantedIds = new Map(named.map(({ id, kind }) => [id, { id, kind: kindKeyOf(kind) }]));
  const records = await recordsById([...wantedIds.values()]);
  const countsIn = (part: Found["part"]) =>
    new Map(
      found.flatMap((one) =>
        one.part === part && one.country ? [[one.country, one.count ?? 0] as const] : [],
      ),
    );
  const of = (part: Part) =>
    named
      .filter((one) => one.part === part)
      // What was withdrawn since it was found is no longer there.
      .flatMap(({ id }) => (records.get(id) as PublishedRecord<DossierKindKey> | undefined) ?? [])
      .sort(newestFirst);
  return {
    marks: of("marks"),
    chronicle: of("chronicle"),
    latest: of("latest"),
    missions: (of("missions") as PublishedRecord<"mission">[]).sort(foremostFirst),
    lastVisits: of("lastVisits"),
    headVisits: of("headVisits"),
    nextVisits: of("nextVisits"),
    lastAgreement: of("lastAgreement"),
    missionCounts: countsIn("missions"),
    forceCounts: countsIn("forces"),
  };
}

const part = (name: Found["part"], { country = Prisma.sql`NULL`, count = Prisma.sql`NULL::int` } = {}) =>
  Prisma.sql`SELECT ${name} AS "part", r."id", r."kind", ${country} AS "country", ${count} AS "count" FROM r`;
const newest = Prisma.sql`ORDER BY r."sortDate" DESC NULLS LAST, r."id"`;

function markParts(dossierId: string, { marks }: Wanted): Prisma.Sql[] {
  if (!marks) return [];
  noteTags(...marks.tallies.map(({ kind }) => cacheTag.list(dossierId, kind)));
  return marks.tallies.flatMap(({ kind, country, years }) => {
    if (years.length === 0) return [];
    const field = marks.lanes.find((lane) => lane.kind === kind)?.countryField;
    const ofSide =
      field && country ? Prisma.sql`AND r."facets" @> ARRAY[${listFacet(field, country)}]` : Prisma.empty;
    return Prisma.sql`(${part("marks")} WHERE r."kind" = ${kind} AND r."sortDate" IS NOT NULL ${ofSide}
      AND NOT ${isCalledOff}
      LIMIT ${MARK_LIMIT})`;
  });
}

/** A statement for each kind ends with the last row that the page may have of it, and one takes the newest of all. */
function chronicleParts(dossierId: string, { chronicle }: Wanted): Prisma.Sql[] {
  if (!chronicle) return [];
  const { told, span, page, most } = chronicle;
  noteTags(...told.map(({ kind }) => cacheTag.list(dossierId, kind, span)));
  const each = told.map(
    ({ kind, onlyDated }) => Prisma.sql`(SELECT * FROM r WHERE r."kind" = ${kind} AND ${within(span)}
      AND ${onlyDated ? Prisma.sql`r."sortDate" IS NOT NULL` : Prisma.sql`true`} ${newest} LIMIT ${page * most})`,
  );
  return [
    Prisma.sql`(${Prisma.sql`SELECT 'chronicle' AS "part", r."id", r."kind", NULL AS "country", NULL::int AS "count"
      FROM (${Prisma.join(each, " UNION ALL ")}) r`} ${newest} LIMIT ${most} OFFSET ${(page - 1) * most})`,
  ];
}

function latestParts(dossierId: string, { latest = [] }: Wanted): Prisma.Sql[] {
  noteTags(...latest.map(({ kind }) => cacheTag.list(dossierId, kind)));
  return latest.map(
    ({ kind, most }) => Prisma.sql`(${part("latest")} WHERE r."kind" = ${kind} ${newest} LIMIT ${most})`,
  );
}

function missionParts(dossierId: string, { missions }: Wanted): Prisma.Sql[] {
  if (!missions) return [];
  // Lists do not tell which of them are closed.
  noteTags(cacheTag.everything(dossierId, "mission"));
  return missions.of.map((country) => {
    const counted = part("missions", {
      country: Prisma.sql`${country}`,
      count: Prisma.sql`(count(*) FILTER (WHERE m."accreditedFrom" IS NULL) OVER ())::int`,
    });
    return Prisma.sql`(${counted} JOIN "Mission" m USING ("id") WHERE r."kind" = 'mission' AND r."facets" @> ARRAY[${listFacet("sending", country)}]
      AND m."closed" IS NULL ORDER BY m."accreditedFrom" IS NOT NULL, m."type" <> ALL (${embassyTypes}::text[]), r."sortDate" DESC NULLS LAST, r."id" LIMIT ${missions.most})`;
  });
}

/** What has begun by a day, or has no date that says when. */
const begun = (today: string) => Prisma.sql`(r."sortDate" IS NULL OR r."sortDate" <= ${today}::date)`;

/** Of very many visits the index gives the newest of a side, without those that were called off. */
function lastVisitParts(dossierId: string, { lastVisits }: Wanted): Prisma.Sql[] {
  if (!lastVisits) return [];
  noteTags(cacheTag.list(dossierId, "visit"));
  const held = listFacet("notHeld", notCalledOff);
  return lastVisits.of.flatMap((country) => {
    const from = [listFacet("from", country), held];
    const heads = [...from, listFacet("rank", "head-of-state")];
    return [
      Prisma.sql`(${part("lastVisits")} WHERE r."kind" = 'visit' AND r."facets" @> ${from}::text[]
        AND ${begun(lastVisits.today)} ${newest} LIMIT 1)`,
      Prisma.sql`(${part("nextVisits")} WHERE r."kind" = 'visit' AND r."facets" @> ${from}::text[]
        AND r."sortDate" > ${lastVisits.today}::date ORDER BY r."sortDate", r."id" LIMIT 1)`,
      Prisma.sql`(${part("headVisits")} WHERE r."kind" = 'visit' AND r."facets" @> ${heads}::text[]
        AND r."sortDate" <= ${lastVisits.today}::date ${newest} LIMIT ${lastVisits.heads})`,
    ];
  });
}

function lastAgreementParts(dossierId: string, { lastAgreement }: Wanted): Prisma.Sql[] {
  if (!lastAgreement) return [];
  noteTags(cacheTag.list(dossierId, "agreement"));
  return [
    Prisma.sql`(${part("lastAgreement")} WHERE r."kind" = 'agreement'
      AND r."sortDate" <= ${lastAgreement.today}::date ${newest} LIMIT 1)`,
  ];
}

function forceParts(dossierId: string, { forces }: Wanted): Prisma.Sql[] {
  if (!forces) return [];
  // Lists do not tell of actions.
  noteTags(cacheTag.everything(dossierId, "agreement"));
  const has = (field: string, value: string) => Prisma.sql`r."facets" @> ARRAY[${listFacet(field, value)}]`;
  const hasAction = (which: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT FROM "AgreementAction" a WHERE a."agreementId" = r."id" AND ${which})`;
  const hasCome = Prisma.sql`coalesce(a."effectiveEarliest", a."dateEarliest", '-infinity') <= ${forces.today}::date`;
  return [
    Prisma.sql`(SELECT 'forces' AS "part", NULL::uuid AS "id", 'agreement' AS "kind", one."force" AS "country",
      count(*)::int AS "count" FROM (
        SELECT CASE WHEN ${has("type", "joint-statement")} THEN 'statement' WHEN ${has("inForce", "yes")} THEN 'yes'
          WHEN NOT ${has("inForce", "no")} THEN 'unknown'
          WHEN ${hasAction(Prisma.sql`a."action" = ANY (${pastActions}::text[]) AND ${hasCome}`)} THEN 'ended'
          WHEN ${hasAction(Prisma.sql`true`)} THEN 'pending' ELSE 'not-in-force' END AS "force"
        FROM r WHERE r."kind" = 'agreement') one GROUP BY one."force")`,
  ];
}

function within(span: ListSpan): Prisma.Sql {
  if (span === "all") return Prisma.sql`true`;
  if (span === "undated") return Prisma.sql`r."sortDate" IS NULL`;
  const [from, to] = daysOf(span);
  return Prisma.sql`r."sortDate" >= ${from}::date AND r."sortDate" < ${to}::date`;
}
