/**
 * Loading many rows at once: without foreign keys, without the indexes that hold no rule and without the triggers that
 * only gather, all of which come afterwards, each in one go. That takes a fraction of what it takes row by row, and
 * checks the same.
 */
import "server-only";
import type pg from "pg";
import { quoted } from "./backup-tables";

/** A foreign key of one table. */
export interface ForeignKey {
  table: string;
  name: string;
  columns: string[];
  /** The table and the columns that it leads to. */
  to: string;
  toColumns: string[];
  /** What stands behind its name where it is added. */
  definition: string;
}

/** A trigger that need not look at each row, and the function that does afterwards what it would have done, if any. */
interface Gathering {
  table: string;
  name: string;
  afterwards?: string;
}

const gatherings: Gathering[] = [
  // No one listens in a transaction's midst, and a million notices would fill PostgreSQL's queue.
  { table: "Outbox", name: "Outbox_announce" },
  { table: "Record", name: "Record_note_words_of_new", afterwards: "entente_note_all_words" },
];

/** An index, and the statement that makes it again. */
interface Index {
  table: string;
  definition: string;
}

/** What was taken off the tables and was not put back yet. */
export interface TakenOff {
  keys: ForeignKey[];
  gatherings: Gathering[];
  indexes: Index[];
}

/**
 * Takes foreign keys, indexes that are neither unique nor needed by a constraint, and gathering triggers off these tables.
 * Their owner alone may. In a transaction no one else sees the tables without them. The connection is set for much work
 * at once, and is not to be used for other work afterwards.
 */
export async function takeOff(client: pg.Client, tables: readonly string[]): Promise<TakenOff> {
  const { rows: keys } = await client.query<ForeignKey>(
    `SELECT c.relname::text AS table, k.conname::text AS name, f.relname::text AS to,
            ${namesOf("k.conrelid", "k.conkey")} AS columns, ${namesOf("k.confrelid", "k.confkey")} AS "toColumns",
            pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
     WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND NOT k.condeferrable AND c.relname = ANY($1)
     ORDER BY 1, 2`,
    [tables],
  );
  const { rows: indexes } = await client.query<Index & { name: string }>(
    `SELECT i.indexrelid::regclass::text AS name, c.relname::text AS table, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT i.indisunique AND c.relname = ANY($1) ORDER BY 1`,
    [tables],
  );
  // To compile a check of foreign keys takes longer than it saves.
  await client.query("SET maintenance_work_mem = '256MB'; SET jit = off");
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  const off: Gathering[] = [];
  for (const one of gatherings.filter(({ table }) => tables.includes(table)))
    if (await switchOff(client, one)) off.push(one);
  return { keys, gatherings: off, indexes };
}

/** Switches a trigger off; false where the database, of an older version, lacks it or what has to be done afterwards. */
async function switchOff(client: pg.Client, { table, name, afterwards }: Gathering): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_trigger WHERE tgrelid = $1::regclass AND tgname = $2
       AND ($3::text IS NULL OR to_regprocedure($3 || '()') IS NOT NULL)`,
    [quoted(table), name, afterwards],
  );
  if (rowCount) await client.query(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER ${quoted(name)}`);
  return rowCount !== 0;
}

const namesOf = (table: string, numbers: string) =>
  `(SELECT array_agg(a.attname::text ORDER BY n.place) FROM unnest(${numbers}) WITH ORDINALITY AS n(number, place)
    JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = n.number)`;

/** Puts a foreign key back, which checks it for all rows at once. */
export async function putBackKey(client: pg.Client, { table, name, definition }: ForeignKey): Promise<void> {
  await client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`);
}

/** What a table lacks is put back: does what its triggers would have done, switches them on, and makes its indexes again. */
export async function putBackTable(client: pg.Client, taken: TakenOff, table: string): Promise<void> {
  const isOthers = (one: { table: string }) => one.table !== table;
  const [gatherings, indexes] = [taken.gatherings, taken.indexes];
  taken.gatherings = gatherings.filter(isOthers);
  taken.indexes = indexes.filter(isOthers);
  for (const { name, afterwards } of gatherings.filter((one) => !isOthers(one))) {
    await client.query(`ALTER TABLE ${quoted(table)} ENABLE TRIGGER ${quoted(name)}`);
    if (afterwards) await client.query(`SELECT ${afterwards}()`);
  }
  for (const { definition } of indexes.filter((one) => !isOthers(one))) await client.query(definition);
}

/** The same for all tables that still lack something. */
export async function putBackRest(client: pg.Client, taken: TakenOff): Promise<void> {
  const tables = new Set([...taken.gatherings, ...taken.indexes].map(({ table }) => table));
  for (const table of tables) await putBackTable(client, taken, table);
}
