/**
 * The format of a backup: gzipped lines of JSON. The first is the header, the last the trailer, and each
 * between them one row, with its values as PostgreSQL writes them.
 */
import { z } from "zod";

export const FORMAT = "entente-backup";
export const VERSION = 1;

/** Who may sign in; left out unless asked for. */
export const peopleTables = ["User"];
/** Of what is left in, the rows that tell of people: what was done to their accounts. */
export const peopleRows: Record<string, string> = { AuditEvent: `"action" LIKE 'account.%'` };
/** Of the moment only, and the migrations' own table: never in a backup. A session that ended must not come back. */
export const leftOut = ["Session", "SetupToken", "rate_limit", "_prisma_migrations"];

export const header = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  madeAt: z.iso.datetime(),
  /** The last migration of the database it was taken from. */
  migration: z.string(),
  people: z.boolean(),
  /** Each table with its columns, sorted. */
  tables: z.record(z.string(), z.array(z.string())),
});

export const trailer = z.strictObject({
  rows: z.record(z.string(), z.number().int().nonnegative()),
  /** Of every byte before the trailer's line. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type Header = z.infer<typeof header>;

/** Thrown for a file that cannot be restored, or a database that it cannot be restored into: one sentence. */
export class BackupFault extends Error {}

/** One row's line. The values stay text throughout: a number read as JavaScript's could lose digits. */
export function rowLine(table: string, values: string): string {
  return `{"table":${JSON.stringify(table)},"values":${values}}`;
}

/** Takes a row's line apart again. Returns null for any other line. */
export function readRow(line: string): { table: string; values: string } | null {
  const found = /^\{"table":"(\w+)","values":(\{.*\})\}$/s.exec(line);
  return found?.[1] && found[2] ? { table: found[1], values: found[2] } : null;
}
