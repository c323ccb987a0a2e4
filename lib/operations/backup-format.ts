/**
 * The format of a backup: gzipped lines of JSON. The first is the header, the last the trailer, and each
 * between them one row, with its values as PostgreSQL writes them.
 */
import { z } from "zod";

export const FORMAT = "entente-backup";
export const VERSION = 1;

/** Who may sign in, and what readers wrote to the editors, with their addresses; left out unless asked for. */
export const peopleTables = ["User", "RecoveryCode", "Passkey", "SignOnIdentity", "ErrorReport"];
/** Of what is left in, the rows that tell of people: what was done to their accounts. */
export const peopleRows: Record<string, string> = { AuditEvent: `"action" LIKE 'account.%'` };
/**
 * Of the moment only (as the queue's own tables, which are in a schema of theirs), counted or gathered by the database itself, and the migrations' own table: never in a backup. A
 * session that ended must not come back, nor an address that was revoked, nor a letter go out twice.
 */
export const leftOut = [
  "Session",
  "SetupToken",
  "SecondStepReset",
  "Invitation",
  "PasswordReset",
  "PasskeyChallenge",
  "CalendarLink",
  "DeskNotice",
  "rate_limit",
  "EntryCount",
  "DaysTold",
  "JobsHeartbeat",
  "Mail",
  "RecordCount",
  "SearchWord",
  "Presence",
  "_prisma_migrations",
];

/**
 * No line is longer, in bytes. The desk takes 1 MiB at a time, and a row holds that as its working copy and once more as
 * its search text, each with quotes and line ends written in two bytes.
 */
export const lineLimit = 8 * 1024 * 1024;

export const header = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  madeAt: z.iso.datetime(),
  /** The last migration of the database it was taken from. */
  migration: z.string().max(200),
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
export class BackupFault extends Error {
  override readonly name = "BackupFault";
}

/** One row of a backup. */
export interface BackupRow {
  /** Its line in the file, the header being the first. */
  line: number;
  table: string;
  /** Decodes its values: a JSON object by the name of each column. A number read as JavaScript's could lose digits. */
  values(): string;
}

/** What stands before and behind the values in the line of a row. */
export function aroundRow(table: string): [string, string] {
  return [`{"table":${JSON.stringify(table)},"values":`, "}"];
}

const rowStart = /^\{"table":"(\w{1,63})","values":\{/;
/** No start of a row is longer. */
const longestStart = 100;

const beyondAscii = /[\u0080-\u00FF]/;

/**
 * Takes the lines of rows apart, one after the other, of which most begin as the one before. Each comes a letter for a
 * byte. Returns null for any other line. What stands as `values` may still be anything that begins and ends as an
 * object does, so it has to be parsed.
 */
export function rowTaker(): (line: string) => Omit<BackupRow, "line"> | null {
  let [start, table] = ["", ""];
  return (line) => {
    if (start === "" || !line.startsWith(start)) {
      [start = "", table = ""] = rowStart.exec(line.slice(0, longestStart)) ?? [];
      if (start === "") return null;
    }
    if (!line.endsWith("}}")) return null;
    const from = start.length - 1;
    return { table, values: () => decoded(line.slice(from, -1)) };
  };
}

/** Text that came a letter for a byte, as the UTF-8 that it is. */
export function decoded(bytes: string): string {
  return beyondAscii.test(bytes) ? Buffer.from(bytes, "latin1").toString() : bytes;
}
