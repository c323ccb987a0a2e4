/** The audit log as admins read it: filtered, page by page, or as a file. */
import "server-only";
import { z } from "zod";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { type Actor, demand } from "./actor";
import { noteEvent } from "./security-events";

/** One thing that was done. */
export interface LoggedEvent {
  /** Its place in the log. */
  seq: string;
  id: string;
  at: Date;
  byId: string | null;
  byName: string;
  action: string;
  subject: string;
  /** Of a write of a record: its id, and the version that it made. */
  entryId: string | null;
  version: number | null;
  /** The record that it is about, also without being a write of it, as of a comment; and while that is there, its kind and title. */
  record: string | null;
  kind: string | null;
  title: string | null;
  detail: Record<string, unknown>;
  /** From where it was asked, shortened, and by what id the server's log names the request. */
  network: string | null;
  requestId: string | null;
}

/** Which events are asked for; each part narrows. */
export interface LogFilter {
  /** An account's id. */
  by?: string | undefined;
  /** A record's id. */
  record?: string | undefined;
  action?: string | undefined;
  /** Days in UTC as `2026-12-03`, the first and the last of them. */
  from?: string | undefined;
  to?: string | undefined;
}

export interface LogPage {
  events: LoggedEvent[];
  /** Where older ones begin; null where there are none. */
  next: string | null;
}

// The database has no year 0, and nothing was logged so long ago. Days as written compare as text.
const day = z.iso.date().refine((one) => one >= "1900-01-01" && one <= "2200-12-31");
const filterShape = {
  by: z.uuid(),
  record: z.uuid(),
  action: z.string().regex(/^[a-z][a-zA-Z.-]{0,60}$/),
  from: day,
  to: day,
} satisfies Record<keyof LogFilter, z.ZodType>;

/** The filter that an address carries. What is none is left out. */
export function readLogFilter(asked: Record<string, unknown>): LogFilter {
  const entries = Object.entries(filterShape).flatMap(([name, shape]) => {
    const parsed = shape.safeParse(asked[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(entries) as LogFilter;
}

const cursorPattern = /^(\d{1,15})-(\d{1,18})$/;
const pageLength = 50;

/** A page of events, the newest first. A cursor that is none begins anew. @throws {Forbidden} unless the actor may manage people. */
export async function readEvents(actor: Actor, filter: LogFilter, cursor?: string): Promise<LogPage> {
  demand(actor, "manage");
  return eventsBefore(filter, cursor, pageLength);
}

/** Events older than the cursor, at most so many. */
async function eventsBefore(
  { by, record, action, from, to }: LogFilter,
  cursor: string | undefined,
  length: number,
): Promise<LogPage> {
  const [, at, seq] = cursorPattern.exec(cursor ?? "") ?? [];
  const where = [
    Prisma.sql`TRUE`,
    ...(by ? [Prisma.sql`a."byId" = ${by}::uuid`] : []),
    ...(action ? [Prisma.sql`a."action" = ${action}`] : []),
    ...(from ? [Prisma.sql`a."at" >= ${new Date(`${from}T00:00:00Z`)}`] : []),
    ...(to ? [Prisma.sql`a."at" < ${new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000)}`] : []),
    ...(at && seq
      ? [Prisma.sql`(a."at", a."seq") < (${new Date(Number(at))}::timestamptz, ${BigInt(seq)}::bigint)`]
      : []),
  ];
  const events = (also: Prisma.Sql) => Prisma.sql`
    (SELECT a."seq", a."id"::text, a."at", a."byId"::text, a."byName", a."action", a."subject", a."entryId"::text,
            a."version", a."detail", a."network", a."requestId"
     FROM "AuditEvent" a WHERE ${Prisma.join([...where, also], " AND ")}
     ORDER BY a."at" DESC, a."seq" DESC LIMIT ${length + 1})`;
  // Writes of a record name it by its id, and what else was done about it as their subject: each by its own index.
  const found = record
    ? Prisma.sql`SELECT * FROM (${events(Prisma.sql`a."entryId" = ${record}::uuid`)}
        UNION ALL ${events(Prisma.sql`a."entryId" IS NULL AND a."subject" = ${record.toLowerCase()}`)}) a
        ORDER BY a."at" DESC, a."seq" DESC LIMIT ${length + 1}`
    : events(Prisma.sql`TRUE`);
  const rows = await database().$queryRaw<
    (Omit<LoggedEvent, "seq" | "record" | "kind" | "title"> & { seq: bigint })[]
  >`${found}`;
  const shown = rows.slice(0, length);
  const last = rows.length > length ? shown.at(-1) : undefined;
  const recordOf = ({ entryId, subject }: (typeof rows)[number]) =>
    entryId ?? (z.uuid().safeParse(subject).success ? subject : null);
  const titles = await titlesOf(shown.flatMap((row) => recordOf(row) ?? []));
  return {
    events: shown.map((row) => {
      const about = recordOf(row);
      const entry = about === null ? undefined : titles.get(about);
      // An id that is no record's, as that of a change set, is a subject and no more.
      const isRecord = row.entryId !== null || entry !== undefined;
      return {
        ...{ ...row, seq: String(row.seq), record: isRecord ? about : null },
        ...{ kind: entry?.kind ?? null, title: entry?.title ?? null },
      };
    }),
    next: last ? `${last.at.getTime()}-${last.seq}` : null,
  };
}

async function titlesOf(ids: string[]): Promise<Map<string, { kind: string; title: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await database().entry.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, kind: true, title: true },
  });
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Every kind of act that the log holds, by name. @throws {Forbidden} unless the actor may manage people. */
export async function loggedActions(actor: Actor): Promise<string[]> {
  demand(actor, "manage");
  // From one to the next by the index: there are some dozens among millions of events.
  const rows = await database().$queryRaw<{ action: string }[]>`
    WITH RECURSIVE each AS (
      (SELECT "action" FROM "AuditEvent" ORDER BY "action" LIMIT 1)
      UNION ALL
      SELECT (SELECT a."action" FROM "AuditEvent" a WHERE a."action" > each."action" ORDER BY a."action" LIMIT 1)
      FROM each WHERE each."action" IS NOT NULL
    ) SELECT "action" FROM each WHERE "action" IS NOT NULL`;
  return rows.map(({ action }) => action);
}

/** A file has no more events; what is older is asked for by its time. */
export const mostInFile = 100_000;
const batchLength = 1000;

/**
 * The events that a filter finds, the newest first, batch by batch, as a file is written. That it was asked for is noted
 * before the first. Null where the actor has to say the password again first.
 * @throws {Forbidden} unless the actor may manage people.
 */
export async function eventsForFile(
  actor: Actor,
  filter: LogFilter,
  format: string,
): Promise<AsyncGenerator<LoggedEvent[]> | null> {
  demand(actor, "manage");
  if (!actor.isConfirmed) return null;
  await noteEvent(actor, { action: "audit.download", subject: format, detail: { ...filter } });
  return batches(filter);
}

async function* batches(filter: LogFilter): AsyncGenerator<LoggedEvent[]> {
  let cursor: string | undefined;
  for (let count = 0; count < mostInFile; count += batchLength) {
    const { events, next } = await eventsBefore(filter, cursor, batchLength);
    if (events.length > 0) yield events;
    if (next === null) return;
    cursor = next;
  }
}
