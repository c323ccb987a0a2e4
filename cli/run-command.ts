import { type Command, Failure, say, WrongUse } from "./command";

/** Loaded by need: a command starts in the time of its own parts, and works while others are broken. */
const commands: Record<string, () => Promise<Command>> = {
  prepare: async () => (await import("./commands/prepare")).prepare,
  migrate: async () => (await import("./commands/migrate")).migrate,
  seed: async () => (await import("./commands/seed")).seed,
  backup: async () => (await import("./commands/backup")).backup,
  restore: async () => (await import("./commands/backup")).restore,
  audit: async () => (await import("./commands/audit")).audit,
  user: async () => (await import("./commands/user")).user,
};

async function usage(): Promise<string> {
  const lines = await Promise.all(Object.values(commands).map(async (load) => (await load()).usage));
  return [
    "Usage: npm run entente -- <command>",
    "",
    ...lines.flatMap((l) => l.split("\n")).map((l) => `  ${l}`),
  ]
    .concat("", "Add --help to a command to learn more.")
    .join("\n");
}

/** Runs the command that these words ask for, and resolves to the exit code: 0, 1 where it failed, 2 for wrong use. */
export async function runCommand([name, ...args]: string[]): Promise<number> {
  if (!name || name === "--help" || name === "help") {
    say(await usage());
    return name ? 0 : 2;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    console.error(`There is no command "${name}".\n\n${await usage()}`);
    return 2;
  }
  const command = await load();
  if (args.includes("--help")) {
    say(`Usage: npm run entente -- ${command.usage.replaceAll("\n", "\n       npm run entente -- ")}\n`);
    say(command.help);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof WrongUse) {
      console.error(
        `${error.message}\n\nUsage: npm run entente -- ${command.usage.replaceAll("\n", "\n       npm run entente -- ")}`,
      );
      return 2;
    }
    if (error instanceof Failure) console.error(error.message);
    else console.error(error);
    return 1;
  }
}
