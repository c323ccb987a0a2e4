/** What `npm start` and the command line say when they cannot: one clear line, and an exit code that tells. */
import { createServer } from "node:net";
import { expect, it } from "vitest";
import { needsDatabase } from "./lib/command-line.mjs";
import { inRepo } from "./lib/paths.mjs";
import { untilEnd } from "./lib/run.mjs";

const script = (name, args, env) =>
  untilEnd(process.execPath, [inRepo("scripts", name), ...args], { env: { PORT: "", ...env } });

/** A port that a server of this test holds. */
async function takenPort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: String(server.address().port), close: () => server.close() };
}

const nowhere = "postgresql://entente:secret@127.0.0.1:1/entente";

it("says that the port is taken", async () => {
  const { port, close } = await takenPort();
  const { code, output } = await script("start.mjs", [], { PORT: port });
  close();
  expect(output.trim()).toBe(
    `Port ${port} on 127.0.0.1 is taken: stop what uses it, or set PORT to another.`,
  );
  expect(code).toBe(1);
});

it("says that PORT is no port", async () => {
  const { code, output } = await script("start.mjs", [], { PORT: "http" });
  expect(output).toMatch(/^PORT is "http"[^\n]*\n$/);
  expect(code).toBe(1);
});

it.each([
  ["does not answer", nowhere, "nothing answers there"],
  ["is not known", "postgresql://entente:secret@nowhere.invalid/entente", "its host name is not known"],
  ["has no such account", "wrong account", "it refuses this account"],
])("says that the database %s, without its password", async (_what, given, reason) => {
  const address =
    given === "wrong account" ? process.env.DATABASE_URL.replace(/:[^:@]*@/, ":secret@") : given;
  const env = { DATABASE_URL: address, DIRECT_DATABASE_URL: "" };
  const { code, output } = await script("entente.mjs", ["migrate", "apply"], env);
  expect(output.trim()).toMatch(new RegExp(`^The database \\S+ at \\S+ cannot be used: ${reason}\\.$`));
  expect(output).not.toContain("secret");
  expect(code).toBe(1);
});

// What each command says of wrong use, and its help, cli/run-command.int.test.ts looks at.
it("exits 2 on wrong use", async () => {
  const { code, output } = await script("entente.mjs", ["user", "add", "--email", "a@example.org"], {});
  expect(output).toContain("--role is missing");
  expect(code).toBe(2);
});

it("has help, which needs no database", async () => {
  const { code, output } = await script("entente.mjs", ["restore", "--help"], { DATABASE_URL: nowhere });
  expect(output).toContain("Usage: npm run entente --");
  expect(code).toBe(0);
});

it.each(["migrate", "user", "seed", "backup", "restore"])("begins no database for help for %s", (verb) => {
  expect(needsDatabase([verb, "--help"])).toBe(false);
});
