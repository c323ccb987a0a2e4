/** What readers' calendars hold: of what is published, in a dossier or on the whole site. */
import "server-only";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { aroundDay } from "@/lib/domain/around-day";
import { cacheTag } from "@/lib/domain/cache-tags";
import {
  anniversariesOf,
  type CalendarAgreement,
  type DaySpan,
  type HappeningName,
  happeningsOf,
} from "@/lib/domain/dossier-calendar";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { listFacet } from "@/lib/domain/list-facets";
import { isCalledOff } from "./called-off";
import { noteTags } from "./note-tags";

/** What falls on a day, or of a visit in a month where no more is known. */
export interface CalendarDay {
  /** EDTF: a day or a month. */
  date: string;
  what: HappeningName | "visit";
  /** Of an anniversary, how many years it is. */
  years?: number;
  id: string;
  kind: KindKey;
  slug: string;
  title: string;
  dossier: { slug: string; title: string };
}

/** Of agreements readers are told of every fifth anniversary: a dossier of a hundred would otherwise tell of little else. */
const everyYears = 5;

/** More records of a kind than that are not looked through: of more, those of which something falls first. */
const mostRead = 5000;

interface Row {
  id: string;
  slug: string;
  title: string;
  dossierSlug: string;
  dossierTitle: string;
}

/**
 * What falls within a span of days, in its order: at most `most` of it, those nearest to the day `around`, and whether there is more.
 * `read` records of each kind are looked through. Agreements that are no longer in force have no term to end; visits that were called off are left out.
 */
export async function calendarDays(
  dossierId: string | null,
  span: DaySpan,
  most: number,
  { around = span.first, read = mostRead }: { around?: string; read?: number } = {},
): Promise<{ days: CalendarDay[]; isCut: boolean }> {
  noteTags(
    ...(dossierId === null
      ? [cacheTag.changes(null)]
      : [
          cacheTag.record(dossierId),
          cacheTag.everything(dossierId, "agreement"),
          cacheTag.everything(dossierId, "visit"),
        ]),
  );
  const [dossiers, agreements, visits] = await Promise.all([
    establishedIn(dossierId, span, read),
    agreementsIn(dossierId, span, read),
    visitsIn(dossierId, span, read),
  ]);
  const found = [
    ...dossiers.flatMap(({ established, ...row }) =>
      anniversariesOf(established, "established", span).map(({ day, ...one }) =>
        told(row, "dossier", { ...one, date: day }),
      ),
    ),
    ...agreements.flatMap((row) =>
      happeningsOf(row.stands ? row : { signedOn: row.signedOn }, span)
        .filter(({ what, years = 0 }) => what !== "signed" || years % everyYears === 0)
        .map(({ day, ...one }) => told(row, "agreement", { ...one, date: day })),
    ),
    ...visits.map(({ began, ...row }) => told(row, "visit", { what: "visit", date: began })),
  ];
  // A month alone comes after its days.
  const place = ({ date }: CalendarDay) => (date.length === 7 ? `${date}-99` : date);
  found.sort((one, other) => (place(one) < place(other) ? -1 : place(one) > place(other) ? 1 : 0));
  const isCut = found.length > most || [dossiers, agreements, visits].some((rows) => rows.length > read);
  const days = aroundDay(found, ({ date }) => (date.length === 7 ? `${date}-28` : date), {
    day: around,
    most,
  });
  return { days, isCut };
}

function told(
  { id, slug, title, dossierSlug, dossierTitle }: Row,
  kind: KindKey,
  falls: Pick<CalendarDay, "what" | "years" | "date">,
): CalendarDay {
  return { ...falls, id, kind, slug, title, dossier: { slug: dossierSlug, title: dossierTitle } };
}

/** Of an EDTF date that is a whole day, that its day and month can lie within the span. */
function dayIn(column: Prisma.Sql, { first, last }: DaySpan): Prisma.Sql {
  const from = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1;
  const to = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - 1;
  const count = Math.min(12, to - from + 1);
  const months = Array.from({ length: count }, (_, at) => String(((from + at) % 12) + 1).padStart(2, "0"));
  return Prisma.sql`(${column} ~ '^\\d{4}-\\d{2}-\\d{2}$' AND substr(${column}, 6, 2) = ANY(${months}::text[]))`;
}

const ofDossier = (id: string | null, column: Prisma.Sql) =>
  id === null ? Prisma.empty : Prisma.sql`AND ${column} = ${id}::uuid`;

function establishedIn(dossierId: string | null, span: DaySpan, read: number) {
  return database().$queryRaw<(Row & { established: string })[]>`
    SELECT d."id", d."slug", r."title", d."established", d."slug" AS "dossierSlug", r."title" AS "dossierTitle"
    FROM "Dossier" d JOIN "Record" r USING ("id")
    WHERE ${dayIn(Prisma.sql`d."established"`, span)} ${ofDossier(dossierId, Prisma.sql`d."id"`)}
    ORDER BY substr(d."established", 6) < ${span.first.slice(5)}, substr(d."established", 6), d."id" LIMIT ${read + 1}`;
}

const placed = Prisma.sql`r."id", r."slug", r."title", d."slug" AS "dossierSlug", own."title" AS "dossierTitle"`;
const within = Prisma.sql`JOIN "Dossier" d ON d."id" = r."dossierId" JOIN "Record" own ON own."id" = d."id"`;

/** That an agreement has not ended: one whose end is still to come is in force until then. */
const stands = Prisma.sql`(a."inForce" <> 'no' OR r."facets" @> ARRAY[${listFacet("inForce", "yes")}])`;

function agreementsIn(dossierId: string | null, span: DaySpan, read: number) {
  const years = [
    ...new Set(Array.from({ length: everyYears }, (_, at) => Number(span.first.slice(0, 4)) + at)),
  ]
    .filter((year) => year <= Number(span.last.slice(0, 4)))
    .map((year) => year % everyYears);
  return database().$queryRaw<(Row & CalendarAgreement & { stands: boolean })[]>`
    SELECT ${placed}, a."signedOn", a."expires", a."renewal", a."renewalPeriod", a."noticePeriod", ${stands} AS "stands"
    FROM "Agreement" a JOIN "Record" r USING ("id") ${within}
    WHERE (${dayIn(Prisma.sql`a."signedOn"`, span)}
        AND CASE WHEN a."signedOn" ~ '^\\d{4}-' THEN substr(a."signedOn", 1, 4)::int % ${everyYears} END = ANY(${years}::int[])
        OR a."expires" IS NOT NULL AND ${stands} AND (a."expires" >= ${span.first} OR a."renewal" = 'tacit'))
      ${ofDossier(dossierId, Prisma.sql`r."dossierId"`)}
    ORDER BY ${nextOfAgreement(span)}, r."id" LIMIT ${read + 1}`;
}

/**
 * The day from the first of the span on which something of an agreement falls first, about: what is renewed tacitly has terms to be
 * reckoned and may fall on any.
 */
function nextOfAgreement({ first }: DaySpan): Prisma.Sql {
  const from = Number(first.slice(0, 4));
  const signed = Prisma.sql`substr(a."signedOn", 1, 4)::int`;
  // Where the day has passed in that year, the next one is sought from the year after.
  const start = Prisma.sql`(${from}::int + (substr(a."signedOn", 6) < ${first.slice(5)})::int)`;
  const year = Prisma.sql`(${start} + (${signed} - ${start} + 10000) % ${everyYears}::int)`;
  return Prisma.sql`least(
    CASE WHEN a."signedOn" ~ '^\\d{4}-\\d{2}-\\d{2}$' THEN lpad(${year}::text, 4, '0') || substr(a."signedOn", 5) END,
    CASE WHEN ${stands} AND a."renewal" = 'tacit' AND a."expires" IS NOT NULL THEN ${first}
      WHEN ${stands} AND a."expires" >= ${first} THEN a."expires" END)`;
}

function visitsIn(dossierId: string | null, { first, last }: DaySpan, read: number) {
  return database().$queryRaw<(Row & { began: string })[]>`
    SELECT ${placed}, v."began" FROM "Record" r JOIN "Visit" v USING ("id") ${within}
    WHERE r."kind" = 'visit' AND r."sortDate" BETWEEN ${first}::date AND ${last}::date AND NOT (${isCalledOff})
      AND v."began" ~ '^\\d{4}-\\d{2}(-\\d{2})?$' ${ofDossier(dossierId, Prisma.sql`r."dossierId"`)}
    ORDER BY r."sortDate", r."id" LIMIT ${read + 1}`;
}
