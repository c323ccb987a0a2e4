import { closeDatabase } from "@/lib/database/client";
import { type Command, say, WrongUse } from "../command";
import { onDatabase } from "../database";

/** Loads the first dossier. */
export const seed: Command = {
  usage: "seed",
  help: "Loads the Kazakhstan–Mexico dossier into an empty database; into any other it loads nothing.",
  async run(args) {
    if (args.length) throw new WrongUse(`"seed" takes nothing; "${args[0]}" was given.`);
    const made = await load();
    say(made ? `Loaded ${made} records.` : "Nothing loaded: the database holds records already.");
    return 0;
  },
};

/** Loads the first dossier into an empty database and returns how many records that made. */
export async function load(): Promise<number> {
  return onDatabase(async () => {
    const { seed } = await import("@/prisma/seed");
    try {
      return (await seed()).made;
    } finally {
      await closeDatabase();
    }
  });
}
