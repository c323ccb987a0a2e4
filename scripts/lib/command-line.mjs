import { useDatabase } from "./database.mjs";
import { generate, install } from "./install.mjs";
import { dataFolder, loadDotEnv } from "./paths.mjs";
import { typescript, untilEnd } from "./run.mjs";
import { secret } from "./secret.mjs";
import { main } from "./step.mjs";

/** Of a backup millions of short-lived texts are made: with more room for them the collector of garbage has less to carry. */
const youngRoom = "--max-semi-space-size=64";

/** `npm run entente -- …`: makes ready what a command needs, runs it, and puts all back as it was. */
export function commandLine(args = process.argv.slice(2)) {
  return main(async () => {
    loadDotEnv();
    await install();
    await generate();
    const data = dataFolder();
    const database = needsDatabase(args) ? await useDatabase(data, { quiet: true }) : null;
    // Ctrl-C reaches the command itself; we stay to put the database back as it was.
    process.on("SIGINT", () => undefined);
    process.on("SIGTERM", () => undefined);
    try {
      const env = { ...database?.env, ENTENTE_DATA: data, ENTENTE_SECRET: secret(data) };
      const { code } = await untilEnd(process.execPath, [youngRoom, ...typescript, "cli/main.ts", ...args], {
        env,
        stdio: "inherit",
      });
      return code;
    } finally {
      await database?.release();
    }
  });
}

/** Help, wrong use and a new migration need none. */
export function needsDatabase([verb, ...rest]) {
  if (!verb || verb === "help" || verb.startsWith("-") || rest.includes("--help")) return false;
  return !(verb === "migrate" && !["apply", "status"].includes(rest[0]));
}
