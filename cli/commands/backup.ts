import { backup as write } from "@/lib/operations/backup";
import { restore as read } from "@/lib/operations/restore";
import { notePeopleBackup, noteRestore } from "@/lib/audit/note-operation";
import { withConnection } from "@/lib/database/connection";
import { type Command, say, WrongUse } from "../command";
import { onDatabase } from "../database";
import { readOptions } from "../options";

function oneFile(words: string[]): string {
  const [file, ...more] = words;
  if (!file || more.length) throw new WrongUse("Name one file.");
  return file;
}

/** Tells every few seconds how far something has come. */
function telling(tell: (done: number) => string): (done: number) => void {
  let last = performance.now();
  return (done) => {
    if (performance.now() - last < 3000) return;
    last = performance.now();
    say(`${tell(done)} …`);
  };
}

const grouped = new Intl.NumberFormat("en");

/** Writes the record to a file. */
export const backup: Command = {
  usage: "backup FILE [--with-people]",
  help: `Writes everything that the database holds to a new file: records, drafts, history, the log of who did
what. Accounts, and what was done to them, only with --with-people; such a file is as secret as the database.
The names of those who wrote stay in the history either way; sessions are never in it. The file is gzipped JSON, a row on each line, with counts and a checksum at its end.`,
  async run(args) {
    const { words, given } = readOptions(args, { switches: ["with-people"] });
    const file = oneFile(words);
    const progress = telling((bytes) => `${grouped.format(Math.round(bytes / 1e6))} MB`);
    const { "with-people": people = false } = given;
    const rows = await onDatabase(async (url) => {
      const written = await write(url, file, { people, progress });
      if (people) await withConnection(url, notePeopleBackup);
      return written;
    });
    say(`Wrote ${rows} rows to ${file}.`);
    return 0;
  },
};

/** Reads the record back from a file. */
export const restore: Command = {
  usage: "restore FILE [--with-people]",
  help: `Reads a backup into an empty database: one without tables, or with empty ones of the same migration.
All is checked before any of it counts, each row for what Entente could have written; on any mismatch nothing is
changed. A backup that holds accounts is taken only with --with-people: those who know their passwords can sign in.`,
  async run(args) {
    const { words, given } = readOptions(args, { switches: ["with-people"] });
    const file = oneFile(words);
    const progress = telling((rows) => `${grouped.format(rows)} rows`);
    const { rows, people } = await onDatabase(async (url) => {
      const restored = await read({ root: "prisma" }, url, file, {
        withPeople: given["with-people"],
        progress,
      });
      const { withPeople } = restored;
      await withConnection(url, (client) => noteRestore(client, { withPeople }));
      return restored;
    });
    const { accounts, admins } = people;
    say(
      `Restored ${rows} rows from ${file}${accounts ? `, with accounts: ${accounts}, of admins: ${admins}` : ""}.`,
    );
    return 0;
  },
};
