/** What the command line says of wrong use and in its help, and the exit codes that tell. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { runCommand } from "./run-command";

const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, "error").mockImplementation((text) => void said.push(String(text)));
  vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
});

afterEach(() => vi.restoreAllMocks());

it.each([
  [["nonsense"], "There is no command"],
  [["user", "add", "--email", "a@example.org"], "--role is missing"],
  [["user", "add", "--emial", "a@example.org"], "emial"],
  [["user", "add", "--email", "a@example.org", "--role", "king"], "--role is one of"],
  [["migrate", "down"], 'There is no "migrate down"'],
  [["backup"], "Name one file"],
  [["audit"], "Say what to do"],
  [["audit", "verify", "--head", "x"], "64 digits"],
])("exits 2 on wrong use: %j", async (args, says) => {
  const code = await runCommand(args);
  expect(said.join("\n")).toContain(says);
  expect(code).toBe(2);
});

it.each(["migrate", "user", "audit", "seed", "backup", "restore"])("has help for %s", async (verb) => {
  expect(await runCommand([verb, "--help"])).toBe(0);
  expect(said.join("\n")).toContain("Usage: npm run entente --");
});
