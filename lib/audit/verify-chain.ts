/** Proves that the audit log is what was sealed. */
import "server-only";
import type pg from "pg";
import {
  type ChainFault,
  compareWithSeal,
  eventsOfSeal,
  type MayLack,
  type Seal,
  type StandingEvent,
} from "./chain";
import { eventText } from "./event-text";
import { ofThisChain } from "./own-notes";

export interface ChainReport {
  /** What is wrong, first of all; null where nothing is. */
  fault: ChainFault | { fault: "seal"; no: bigint } | { fault: "head" } | null;
  seals: number;
  /** Of the events that were sealed: how many stand, and how many are missing as the log itself says. */
  present: number;
  missing: number;
  /** Events that no seal holds yet, and when the oldest of them was written. */
  unsealed: number;
  unsealedSince: Date | null;
  head: { no: bigint; hash: string } | null;
}

/** Seals read at once. */
const page = 20;

/**
 * Compares every sealed event with its seal, and every seal with the one before, and stops at the first fault. `head` is a
 * hash that the chain must hold, as a log or an earlier call told it: without one, the end could have been cut off.
 */
export async function verifyChain(client: pg.Client, head?: string): Promise<ChainReport> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    return await verified(client, head);
  } finally {
    await client.query("COMMIT");
  }
}

async function verified(client: pg.Client, head: string | undefined): Promise<ChainReport> {
  const mayLack = await whatMayLack(client);
  const report: ChainReport = {
    ...{ fault: null, seals: 0, present: 0, missing: 0, unsealed: 0, unsealedSince: null, head: null },
  };
  let isHeadFound = head === undefined;
  let before: Seal | null = null;
  for await (const seal of sealsOf(client)) {
    const sealed = eventsOfSeal(seal, before);
    if (!sealed) return { ...report, fault: { fault: "seal", no: seal.no } };
    const standing = await eventsBetween(client, before?.lastSeq ?? null, seal.lastSeq);
    const compared = compareWithSeal(sealed, standing, mayLack);
    if (compared.fault !== null) return { ...report, fault: compared };
    report.seals += 1;
    report.present += compared.present;
    report.missing += compared.missing;
    report.head = { no: seal.no, hash: seal.hash };
    isHeadFound ||= seal.hash === head;
    before = seal;
  }
  const { rows } = await client.query<{ count: string; since: Date | null }>(
    `SELECT count(*)::text AS count, min("at") AS since FROM "AuditEvent" WHERE "seq" > $1`,
    [before?.lastSeq ?? 0n],
  );
  const { count, since } = rows[0]!;
  const fault = isHeadFound ? null : ({ fault: "head" } as const);
  return { ...report, fault, unsealed: Number(count), unsealedSince: since };
}

/** What the log itself says was removed: by the time for which it is kept, and by a restore without people. */
async function whatMayLack(client: pg.Client): Promise<MayLack> {
  const { rows } = await client.query<{ prunedTo: string; leftOutTo: string }>(
    `SELECT coalesce(max(("detail"->>'upTo')::bigint) FILTER (WHERE "action" = 'audit.prune'), 0)::text AS "prunedTo",
            coalesce(max(("detail"->>'upTo')::bigint) FILTER (WHERE "action" = 'database.restore'
              AND "detail"->>'people' = 'no'), 0)::text AS "leftOutTo"
     FROM "AuditEvent" n WHERE "action" IN ('audit.prune', 'database.restore') AND ${ofThisChain}`,
  );
  return { prunedTo: BigInt(rows[0]!.prunedTo), leftOutTo: BigInt(rows[0]!.leftOutTo) };
}

async function* sealsOf(client: pg.Client): AsyncGenerator<Seal> {
  let after = "0";
  for (;;) {
    // By the column of the table: that of the result is text, of which 10 comes before 2.
    const { rows } = await client.query<Record<"no" | "lastSeq" | "events" | "previous" | "hash", string>>(
      `SELECT "no"::text, "lastSeq"::text, "events", "previous", "hash" FROM "AuditSeal"
       WHERE "no" > $1 ORDER BY "AuditSeal"."no" LIMIT ${page}`,
      [after],
    );
    for (const { no, lastSeq, ...rest } of rows) yield { no: BigInt(no), lastSeq: BigInt(lastSeq), ...rest };
    if (rows.length < page) return;
    after = rows.at(-1)!.no;
  }
}

/** Of a seal that was tampered with so that it spans far more than a batch, enough is read to name what is wrong. */
const mostStanding = 2000;

async function eventsBetween(
  client: pg.Client,
  after: bigint | null,
  upTo: bigint,
): Promise<StandingEvent[]> {
  const { rows } = await client.query<{ seq: string; id: string; text: string }>(
    `SELECT e."seq"::text, e."id", ${eventText} AS text FROM "AuditEvent" e
     WHERE ($1::bigint IS NULL OR e."seq" > $1) AND e."seq" <= $2 ORDER BY e."seq" LIMIT ${mostStanding}`,
    [after, upTo],
  );
  return rows.map(({ seq, ...row }) => ({ ...row, seq: BigInt(seq) }));
}
