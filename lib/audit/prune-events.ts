/** Removes events of the audit log whose time is over. Their seals stay, and the log says what was removed. */
import "server-only";
import type pg from "pg";
import { v7 } from "uuid";
import { ofThisChain } from "./own-notes";

/**
 * What stays however old it is: what the log says of its own gaps, which could not be told from others without it, and that
 * a record was withdrawn, by which readers are kept from its versions before that (`lib/published/versions.ts`).
 */
const isKept = `(e."action" IN ('audit.prune', 'database.restore')
  OR (e."action" IN ('unpublish', 'trash') AND e."entryId" IS NOT NULL))`;

/** So many events go in one transaction: while it runs, and some milliseconds long, nothing can be written to the log. */
const mostAtOnce = 1000;

export interface Pruned {
  events: number;
  /** Up to which place of the log. */
  upTo: string;
  /** Whether all went that had to; else the next call goes on. */
  isWhole: boolean;
}

/**
 * Removes the events of every seal that was made before `before`, but those that stay, some at a time, until `isOver` says that it
 * is time to stop. Only whole seals go, so that what is left can be proved. What is going to be removed is noted with the first
 * of it, so that the log can be proved after every step, and the call that goes on knows how far. The connection is the owner's: no
 * other account may. Null where there is nothing to do.
 */
export async function pruneEvents(
  client: pg.Client,
  before: Date,
  byName: string,
  { isOver = () => false, atOnce = mostAtOnce }: { isOver?: () => boolean; atOnce?: number } = {},
): Promise<Pruned | null> {
  let events = 0;
  let reached: string | null = null;
  // What an earlier call left, and then what is due by now.
  for (const due of [() => noted(client), () => noteAnew(client, before, byName)]) {
    const upTo = await transaction(client, due);
    if (upTo === null) continue;
    reached = upTo;
    const removed = await removeUpTo(client, upTo, { isOver, atOnce });
    events += removed.events;
    if (!removed.isWhole) return { events, upTo, isWhole: false };
  }
  return reached === null ? null : { events, upTo: reached, isWhole: true };
}

/** Whether there is something to do, and whether some of it was begun: over any connection that may read the log. */
export async function hasToPrune(
  query: Pick<pg.ClientBase, "query"> | Pick<pg.Pool, "query">,
  before: Date,
): Promise<{ isBegun: boolean; isDue: boolean }> {
  const { rows } = await query.query<{ isBegun: boolean; isDue: boolean }>(
    `SELECT ${isLeft(notedTo)} AS "isBegun",
            ${isLeft(sealedBefore)} AND NOT EXISTS (
              SELECT FROM "AuditEvent" n WHERE n."action" = 'audit.prune' AND n."at" > $2 AND ${ofThisChain}) AS "isDue"`,
    [before, new Date(Date.now() - day)],
  );
  return rows[0]!;
}

const day = 24 * 60 * 60 * 1000;
/** The place up to which the log says that it was pruned; and the last place of all seals that are old enough ($1). */
const notedTo = `(SELECT max((n."detail"->>'upTo')::bigint) FROM "AuditEvent" n WHERE n."action" = 'audit.prune' AND ${ofThisChain})`;
const sealedBefore = `(SELECT max("lastSeq") FROM "AuditSeal" WHERE "at" < $1)`;
const isLeft = (upTo: string) =>
  `EXISTS (SELECT FROM "AuditEvent" e WHERE e."seq" <= ${upTo} AND NOT ${isKept})`;

/** The place up to which an earlier call was to remove events, where some of them still stand. */
async function noted(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ upTo: string }>(
    `SELECT ${notedTo}::text AS "upTo" WHERE ${isLeft(notedTo)}`,
  );
  return rows[0]?.upTo ?? null;
}

/** Notes what is going to be removed: up to which place, the hash of the seal that ends there, and how many. */
async function noteAnew(client: pg.Client, before: Date, byName: string): Promise<string | null> {
  const { rows } = await client.query<{ upTo: string }>(
    `WITH due AS (
       SELECT s."lastSeq", s."hash", (SELECT count(*) FROM "AuditEvent" e WHERE e."seq" <= s."lastSeq" AND NOT ${isKept}) AS "events"
       FROM "AuditSeal" s WHERE s."lastSeq" = ${sealedBefore}
     ), note AS (
       INSERT INTO "AuditEvent" ("id", "byName", "action", "subject", "detail")
       SELECT $2, $3, 'audit.prune', 'audit',
              jsonb_build_object('upTo', "lastSeq"::text, 'events', "events"::int, 'seal', "hash")
       FROM due WHERE "events" > 0 RETURNING "detail"
     )
     SELECT "detail"->>'upTo' AS "upTo" FROM note`,
    [before, v7(), byName],
  );
  return rows[0]?.upTo ?? null;
}

async function removeUpTo(
  client: pg.Client,
  upTo: string,
  { isOver, atOnce }: { isOver: () => boolean; atOnce: number },
): Promise<{ events: number; isWhole: boolean }> {
  let after = "0";
  let events = 0;
  for (let last = atOnce; last === atOnce;) {
    if (isOver()) return { events, isWhole: false };
    const removed = await transaction(client, () => removeSome(client, { after, upTo, atOnce }));
    last = removed.length;
    events += last;
    after = removed.at(-1) ?? after;
  }
  return { events, isWhole: true };
}

/** Removes the next events behind a place, and returns their places in order. */
async function removeSome(
  client: pg.Client,
  { after, upTo, atOnce }: { after: string; upTo: string; atOnce: number },
): Promise<string[]> {
  await client.query(`ALTER TABLE "AuditEvent" DISABLE TRIGGER "AuditEvent_append_only"`);
  const { rows } = await client.query<{ seq: string }>(
    `WITH batch AS (
       SELECT e."id" FROM "AuditEvent" e WHERE e."seq" > $1 AND e."seq" <= $2 AND NOT ${isKept} ORDER BY e."seq" LIMIT $3
     ), gone AS (
       DELETE FROM "AuditEvent" e USING batch WHERE e."id" = batch."id" RETURNING e."seq"
     )
     SELECT "seq"::text AS seq FROM gone ORDER BY gone."seq"`,
    [after, upTo, atOnce],
  );
  await client.query(`ALTER TABLE "AuditEvent" ENABLE TRIGGER "AuditEvent_append_only"`);
  return rows.map(({ seq }) => seq);
}

/** A transaction that gives up after two seconds rather than have writers wait behind it. */
async function transaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    await client.query("SET LOCAL lock_timeout = '2s'");
    const done = await work();
    await client.query("COMMIT");
    return done;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
