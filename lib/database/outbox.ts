/** What publishing has changed, in the order in which it was committed, for the store of finished pages. */
import "server-only";
import { pool } from "./client";

/** How many of its newest rows are read by a server that begins, and kept: older documents are then out of date. */
export const rowsKept = 1000;

/** One publication or removal. */
export interface OutboxChange {
  id: number;
  /** When it was announced, as PostgreSQL writes it: with the number it tells one change from any other. */
  at: string;
  /** Removals leave pages that must not be shown again. */
  action: "publish" | "unpublish";
  /** The tags of what it touches; null where they are not known, as from versions before there were any. */
  tags: string[] | null;
}

/** The outbox as it stands. */
export interface OutboxState {
  /** The number of the newest change, 0 where there is none. */
  position: number;
  /** Up to this position nothing can be told any more. */
  floor: number;
  /** The newest, oldest first. */
  changes: OutboxChange[];
}

/** Where a database stands, as far as its outbox was read: whose it is, and its newest change, null where there is none. */
export interface Standing {
  database: string;
  newest: Pick<OutboxChange, "id" | "at"> | null;
}

interface Row {
  id: string;
  at: string;
  action: OutboxChange["action"];
  tags: string | null;
}

// Tags hold no space; a driver takes one text apart faster than an array.
const columns = `"id"::text, "at"::text, "action", array_to_string("tags", ' ') AS "tags"`;

function changeOf({ id, at, action, tags }: Row): OutboxChange {
  return { id: Number(id), at, action, tags: tags === null ? null : tags.split(" ").filter(Boolean) };
}

/**
 * The changes after one that is known, in the order in which they were committed, at most `limit`. Null where that
 * one is not there any more: the outbox was cut off behind it, or the database was brought back to an earlier state.
 */
export async function changesAfter(
  known: Pick<OutboxChange, "id" | "at"> | null,
  limit = 500,
): Promise<OutboxChange[] | null> {
  const { rows } = await pool().query<Row>(
    `SELECT ${columns} FROM "Outbox" WHERE "id" >= $1 ORDER BY "Outbox"."id" LIMIT $2`,
    [known?.id ?? 0, limit + 1],
  );
  const changes = rows.map(changeOf);
  if (known === null) return changes;
  const first = changes.shift();
  return first?.id === known.id && first.at === known.at ? changes : null;
}

/** The state of the outbox, by its newest rows. */
export async function outboxState(): Promise<OutboxState> {
  const { rows } = await pool().query<Row>(
    `SELECT ${columns} FROM "Outbox" ORDER BY "Outbox"."id" DESC LIMIT $1`,
    [rowsKept],
  );
  const changes = rows.map(changeOf).reverse();
  return { position: changes.at(-1)?.id ?? 0, floor: (changes[0]?.id ?? 1) - 1, changes };
}

/**
 * A name for the database that no other has, also not one that was restored from its backup: what is kept of its
 * pages says nothing of another's. It is the number of its first migration, drawn when that was applied.
 */
export async function databaseIdentity(): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT "id" FROM "_prisma_migrations" ORDER BY "started_at", "migration_name" LIMIT 1`,
  );
  return rows[0]?.id ?? "unmigrated";
}
