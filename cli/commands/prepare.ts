import { type Command } from "../command";
import { migrated, onDatabase } from "../database";
import { isSeeded } from "../seeded";
import { step } from "../step";

/** What a start does to the database before it serves: migrations, and the first dossier if it is empty. */
export const prepare: Command = {
  usage: "prepare",
  help: "Applies migrations and loads the first dossier into an empty database, as `npm start` does.",
  async run() {
    await step("Applying migrations", applied);
    await step("Looking for records", loaded);
    return 0;
  },
};

async function applied(): Promise<string> {
  const names = await migrated();
  return names.length ? names.join(", ") : "none waiting";
}

async function loaded(): Promise<string> {
  if (await onDatabase(isSeeded)) return "found";
  const { load } = await import("./seed");
  const made = await load();
  return made ? `loaded the first dossier's ${made}` : "found";
}
