/** One search's way to the database: a connection for all its statements, under a time limit of its own. */
import "server-only";
import { createHash } from "node:crypto";
import type pg from "pg";
import { pool } from "@/lib/database/client";

/** A search took longer than it may; what it would have found is not known. */
export class SearchCutOff extends Error {
  override readonly name = "SearchCutOff";
}

export interface SearchSession {
  /** Rows of a statement that is planned once on each connection. @throws {SearchCutOff} */
  read<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]>;
}

/** Milliseconds for a whole search, from when it asks for a connection. */
export const searchWithin = 1000;

/** Milliseconds by which a statement may go beyond that. */
const slack = 100;

/*
 * The planner knows nothing of the words that will be asked for: it is to go by the indexes, whatever it guesses, and
 * to plan once for all words. How alike a word has to be to be compared letter by letter is far below what counts.
 */
const settings = `BEGIN READ ONLY; SET LOCAL plan_cache_mode = force_generic_plan;
  SET LOCAL enable_seqscan = off; SET LOCAL jit = off; SET LOCAL pg_trgm.similarity_threshold = 0.25`;

/** PostgreSQL's code for a statement that was cancelled, here by its time limit. */
const cancelled = "57014";

/** Does a search's reading on one connection. @throws {SearchCutOff} */
export async function inSearchSession<T>(search: (session: SearchSession) => Promise<T>): Promise<T> {
  const until = performance.now() + searchWithin;
  const client = await connectedUntil(until);
  let failure: Error | undefined;
  try {
    let allowed = leftUntil(until);
    await client.query(`${settings}; SET LOCAL statement_timeout = ${allowed}`);
    const found = await search({
      read: async (text, values) => {
        const left = leftUntil(until);
        // Most searches are over long before that: their statements need not each be told anew.
        if (left < allowed - slack) await client.query(`SET LOCAL statement_timeout = ${(allowed = left)}`);
        return readOn(client, text, values);
      },
    });
    return found;
  } catch (error) {
    failure = error instanceof Error ? error : new Error("A search failed", { cause: error });
    throw error;
  } finally {
    // A connection that cannot even end its transaction is not given to another.
    const ended = await client.query("ROLLBACK").then(
      () => undefined,
      (error: unknown) => failure ?? (error as Error),
    );
    client.release(ended);
  }
}

/** Whole milliseconds: none would mean no limit. @throws {SearchCutOff} */
function leftUntil(until: number): number {
  const left = Math.floor(until - performance.now());
  if (left < 1) throw new SearchCutOff("A search took too long");
  return left;
}

/** A connection from the pool; one that comes later is given back at once. */
async function connectedUntil(until: number): Promise<pg.PoolClient> {
  const connecting = pool().connect();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, until - performance.now(), null)));
  const client = await Promise.race([connecting, late]).finally(() => clearTimeout(timer));
  if (client) return client;
  connecting.then(
    (unused) => unused.release(),
    () => undefined,
  );
  throw new SearchCutOff("No connection was free in time");
}

async function readOn<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  try {
    return (await client.query<Row>({ name: nameOf(text), text, values: [...values] })).rows;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === cancelled)
      throw new SearchCutOff("A search took too long", { cause: error });
    throw error;
  }
}

const names = new Map<string, string>();

/** A statement's name on its connection, by its text. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `search_${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  names.set(text, name);
  return name;
}
