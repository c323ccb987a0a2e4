/** Seals what was written to the audit log, in batches, in the background. */
import "server-only";
import { database, pool, type Transaction } from "@/lib/database/client";
import { eventHash, mostEvents, nextSeal, type Seal } from "./chain";
import { eventText, isPersonal } from "./event-text";

/** A batch is sealed once its oldest event is so old, in milliseconds, or it is full. */
const sealAfter = 60_000;

/** What is due is looked for no more often, in milliseconds: it is not urgent. */
const lookEvery = 10_000;

/** One job seals no more batches; the next look finds what is left. */
const mostBatches = 50;

/** Up to which place the log was written when this process last looked, and which transactions were to end before. */
interface Mark {
  seq: bigint;
  /** The next transaction's number at that time. */
  xmax: bigint;
}

interface Looks {
  mark: Mark | null;
  lookedAt: number;
}

/** What is due for sealing, over the looks of one process. */
export class DueSeals {
  #looks: Looks = { mark: null, lookedAt: Number.NEGATIVE_INFINITY };

  /** The place up to which the log can be sealed now, as a job's id; none while nothing is due. */
  async due(now: Date): Promise<string[]> {
    if (now.getTime() - this.#looks.lookedAt < lookEvery) return [];
    const { mark } = this.#looks;
    this.#looks = { mark, lookedAt: now.getTime() };
    if (mark && (await hasSettled(mark))) {
      this.#looks.mark = null;
      if (await isWorthASeal(mark.seq, now)) return [String(mark.seq)];
    }
    this.#looks.mark ??= await marked();
    return [];
  }
}

/** The place now reached, and who is under way: a transaction has its number before it has a place. */
async function marked(): Promise<Mark> {
  // One after the other: who had a place by the first had a number by the second.
  const { rows: reached } = await pool().query<{ seq: string }>(
    `SELECT last_value::text AS seq FROM "AuditEvent_seq_seq"`,
  );
  const { rows: numbers } = await pool().query<{ xmax: string }>(
    `SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS xmax`,
  );
  return { seq: BigInt(reached[0]!.seq), xmax: BigInt(numbers[0]!.xmax) };
}

async function hasSettled({ xmax }: Mark): Promise<boolean> {
  const { rows } = await pool().query<{ xmin: string }>(
    `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin`,
  );
  return BigInt(rows[0]!.xmin) >= xmax;
}

async function isWorthASeal(upTo: bigint, now: Date): Promise<boolean> {
  const { rows } = await pool().query<{ at: Date; count: string }>(
    `SELECT min("at") AS at, count(*)::text AS count FROM (
       SELECT "at" FROM "AuditEvent"
       WHERE "seq" > coalesce((SELECT max("lastSeq") FROM "AuditSeal"), 0) AND "seq" <= $1
       ORDER BY "seq" LIMIT ${mostEvents}) waiting`,
    [upTo],
  );
  const { at, count } = rows[0]!;
  return at !== null && (now.getTime() - at.getTime() >= sealAfter || Number(count) >= mostEvents);
}

/**
 * Seals all events up to a place below which none is written any more, and returns the new seals. Of servers that do so at
 * once, each waits for the one before and finds what that left.
 */
export async function sealUpTo(seq: bigint, isStopping: () => boolean = () => false): Promise<Seal[]> {
  const made: Seal[] = [];
  while (made.length < mostBatches && !isStopping()) {
    const seal = await database().$transaction((tx) => sealNext(tx, seq));
    if (!seal) break;
    made.push(seal);
  }
  return made;
}

async function sealNext(tx: Transaction, upTo: bigint): Promise<Seal | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('audit seal', 0))`;
  const last = await tx.auditSeal.findFirst({
    orderBy: { no: "desc" },
    select: { no: true, lastSeq: true, hash: true },
  });
  const events = await tx.$queryRawUnsafe<{ seq: bigint; isPersonal: boolean; text: string }[]>(
    `SELECT e."seq", ${isPersonal} AS "isPersonal", ${eventText} AS text FROM "AuditEvent" e
     WHERE e."seq" > $1 AND e."seq" <= $2 ORDER BY e."seq" LIMIT ${mostEvents}`,
    last?.lastSeq ?? 0n,
    upTo,
  );
  if (events.length === 0) return null;
  const seal = nextSeal(
    last,
    events.map(({ text, ...event }) => ({ ...event, hash: eventHash(text) })),
  );
  await tx.auditSeal.create({ data: seal });
  return seal;
}

/** The last seal's number and hash, by which all before it can be proved; null before the first. */
export async function chainHead(): Promise<{ no: string; hash: string } | null> {
  const head = await database().auditSeal.findFirst({
    orderBy: { no: "desc" },
    select: { no: true, hash: true },
  });
  return head && { no: String(head.no), hash: head.hash };
}
