/** The days that the calendar of the desk holds: of what is published, of one dossier or of all. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import {
  anniversariesOf,
  type CalendarAgreement,
  type DaySpan,
  type Happening,
  type HappeningName,
  happeningsOf,
} from "@/lib/domain/dossier-calendar";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { aboutWithin, inLimits } from "../limits";
import type { SchedulableMove } from "../scheduled/scheduled-move";

/** A day of the calendar, with the record that it is of. */
export interface CalendarEntry extends Omit<Happening, "what"> {
  /** What falls on it: by what is published, or a move of a record that is scheduled. */
  what: HappeningName | `scheduled-${SchedulableMove}`;
  id: string;
  kind: KindKey;
  title: string;
}

/** More agreements than that are not looked through. */
const most = 5000;

/** The days of a dossier, or of all where `dossierId` is null, in their order. */
export async function deskCalendar(
  actor: Actor,
  dossierId: string | null,
  span: DaySpan,
): Promise<CalendarEntry[]> {
  demand(actor, "read");
  const days = await Promise.all([calendarOf(dossierId, span, actor), scheduledIn(actor, dossierId, span)]);
  return inOrder(days.flat());
}

/** The scheduled moves of records, by the days (UTC) on which they are due. */
async function scheduledIn(
  actor: Actor,
  dossierId: string | null,
  { first, last }: DaySpan,
): Promise<CalendarEntry[]> {
  const rows = await database().scheduledMove.findMany({
    where: {
      state: "waiting",
      dueAt: { gte: new Date(`${first}T00:00:00Z`), lte: new Date(`${last}T23:59:59Z`) },
      ...aboutWithin(actor),
      ...(dossierId !== null && { AND: { entry: { OR: [{ dossierId }, { id: dossierId }] } } }),
    },
    select: { move: true, dueAt: true, entry: { select: { id: true, kind: true, title: true } } },
    orderBy: { dueAt: "asc" },
    take: most,
  });
  return rows.map(({ move, dueAt, entry }) => ({
    day: dueAt.toISOString().slice(0, 10),
    what: `scheduled-${move as SchedulableMove}` as const,
    ...entry,
    kind: entry.kind as KindKey,
  }));
}

const inOrder = (days: CalendarEntry[]) =>
  days.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));

/** The same for those who hold the private address of a dossier's calendar; for an actor, of the dossiers that they may see. */
export async function calendarOf(
  dossierId: string | null,
  span: DaySpan,
  actor: Pick<Actor, "limitedTo"> = { limitedTo: null },
): Promise<CalendarEntry[]> {
  const db = database();
  const limits = actor.limitedTo === null ? Prisma.sql`true` : inLimits(actor.limitedTo, "r");
  const [dossiers, agreements] = await Promise.all([
    db.$queryRaw<{ id: string; title: string; established: string | null }[]>`
      SELECT r."id", r."title", d."established" FROM "Dossier" d JOIN "Record" r ON r."id" = d."id"
      WHERE d."established" IS NOT NULL AND ${limits} ${dossierId === null ? Prisma.empty : Prisma.sql`AND d."id" = ${dossierId}::uuid`}
      ORDER BY r."id" LIMIT ${most}`,
    db.$queryRaw<({ id: string; title: string } & CalendarAgreement)[]>`
      SELECT r."id", r."title", a."signedOn", a."expires", a."renewal", a."renewalPeriod", a."noticePeriod"
      FROM "Agreement" a JOIN "Record" r ON r."id" = a."id"
      WHERE (a."signedOn" IS NOT NULL OR a."expires" IS NOT NULL) AND ${limits}
        ${dossierId === null ? Prisma.empty : Prisma.sql`AND r."dossierId" = ${dossierId}::uuid`}
      ORDER BY r."id" LIMIT ${most}`,
  ]);
  const days = [
    ...dossiers.flatMap(({ established, ...record }) =>
      anniversariesOf(established, "established", span).map((one): CalendarEntry => ({
        ...one,
        ...record,
        kind: "dossier",
      })),
    ),
    ...agreements.flatMap(({ id, title, ...agreement }) =>
      happeningsOf(agreement, span).map((one): CalendarEntry => ({ ...one, id, title, kind: "agreement" })),
    ),
  ];
  return inOrder(days);
}
