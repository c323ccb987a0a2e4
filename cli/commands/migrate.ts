import { newMigration } from "@/lib/operations/migration-files";
import { migrationState } from "@/lib/operations/migrations";
import { type Command, say, WrongUse } from "../command";
import { migrated, onDatabase } from "../database";

const folder = { root: "prisma" };

/** Writes, applies and reports database migrations. */
export const migrate: Command = {
  usage: "migrate apply\nmigrate status\nmigrate new NAME",
  help: `apply    applies what is not applied yet
status   says which migrations are applied, waiting, failed or unknown
new      writes a migration from the change between the last committed schema
         and prisma/schema.prisma; read and complete its SQL before committing`,
  async run([verb, ...rest]) {
    if (verb === "new") return make(rest);
    if (verb === "apply" && !rest.length) return apply();
    if (verb === "status" && !rest.length) return status();
    throw new WrongUse(verb ? `There is no "migrate ${verb}".` : "Say what to do with migrations.");
  },
};

async function make(words: string[]): Promise<number> {
  if (!words.length) throw new WrongUse("Give the migration a name.");
  const made = await newMigration(folder, words.join(" "));
  if (!made) say("Nothing changed since the last migration.");
  else say(`Wrote ${made.path}/migration.sql:\n\n${made.sql}`);
  return 0;
}

async function apply(): Promise<number> {
  const names = await migrated();
  say(names.length ? `Applied ${names.join(", ")}.` : "Nothing to apply.");
  return 0;
}

async function status(): Promise<number> {
  const state = await onDatabase((url) => migrationState(folder, url));
  const { applied, waiting, failed, unknown, edited } = state;
  for (const [word, names] of Object.entries({ applied, waiting, failed, unknown, "changed since": edited }))
    for (const name of names) say(`${word}  ${name}`);
  if (!failed.length && !unknown.length && !edited.length) return 0;
  console.error("This database cannot be migrated as it stands.");
  return 1;
}
