import { existsSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { noteProgram, takeLock } from "./alone.mjs";
import { isInstalled } from "./install.mjs";
import { nodeFault } from "./node-version.mjs";
import { openLedger } from "./postgres-ledger.mjs";
import { identity } from "./process.mjs";
import { countsOfPlaywright, countsOfVitest, warningsOfEslint } from "./test-counts.mjs";

it.each(["20.19.0", "20.20.2", "22.1.0", "24.0.0"])("takes Node %s", (version) => {
  expect(nodeFault(version)).toBeNull();
});

it.each(["20.18.3", "18.20.0", "9.0.0"])("says in one line that Node %s is too old", (version) => {
  expect(nodeFault(version)).toMatch(/^Entente needs Node 20\.19 or later; this is Node [\d.]+\.$/);
});

const locked = { "": { name: "entente" }, "node_modules/a": { version: "1.0.0" } };

it("finds a package that is missing or of another version", () => {
  expect(isInstalled(locked, { "node_modules/a": { version: "1.0.0" } })).toBe(true);
  expect(isInstalled(locked, { "node_modules/a": { version: "1.0.1" } })).toBe(false);
  expect(isInstalled(locked, {})).toBe(false);
});

it("does not wait for packages of other systems, but for our own", () => {
  const ours = { version: "1.0.0", optional: true, os: [process.platform], cpu: [process.arch] };
  expect(isInstalled({ "node_modules/b": { ...ours, os: ["aix"] } }, {})).toBe(true);
  expect(isInstalled({ "node_modules/b": { ...ours, libc: ["musl"] } }, {})).toBe(true);
  expect(isInstalled({ "node_modules/b": { version: "1.0.0", optional: true } }, {})).toBe(true);
  expect(isInstalled({ "node_modules/b": ours }, {})).toBe(false);
});

it("counts a runner that crashed as a failure", () => {
  expect(countsOfVitest(1, null)).toMatchObject({ passed: 0, failed: 1 });
  expect(countsOfVitest(0, null)).toMatchObject({ failed: 1 });
  expect(warningsOfEslint("\n✖ 26 problems (0 errors, 26 warnings)\n")).toBe(26);
  expect(warningsOfEslint("✖ 1 problem (0 errors, 1 warning)")).toBe(1);
  expect(warningsOfEslint("")).toBe(0);
  expect(countsOfVitest(1, { numPassedTests: 3, numFailedTests: 0 })).toMatchObject({ passed: 3, failed: 1 });
  expect(countsOfVitest(1, { numPassedTests: 3, numFailedTests: 2 })).toMatchObject({ passed: 3, failed: 2 });
  expect(
    countsOfPlaywright(0, { stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 0 } }),
  ).toMatchObject({
    passed: 4,
    failed: 1,
  });
  expect(countsOfPlaywright(1, { stats: { expected: 0 } })).toMatchObject({ failed: 1 });
});

it("tells a process from a later one of the same number", () => {
  expect(identity(process.pid)).toBe(identity(process.pid));
  expect(identity(2 ** 22 + 1)).toBeNull();
});

it("stops the database with the last of those who use it, those who were killed not counted", async () => {
  const folder = mkdtempSync(join(tmpdir(), "entente-ledger-"));
  writeFileSync(join(folder, "lock"), "4194305:1"); // its holder was killed
  writeFileSync(join(folder, "4194306"), "4194306:1");
  const ledger = await openLedger(folder);
  await ledger.ready();
  let stops = 0;
  writeFileSync(join(folder, String(process.ppid)), identity(process.ppid));
  await ledger.leave(async () => void stops++);
  expect(stops).toBe(0);
  const again = await openLedger(folder);
  await again.ready();
  writeFileSync(join(folder, String(process.ppid)), "gone");
  await again.leave(async () => void stops++);
  expect(stops).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

it("lets others start the database, and stays on the list, when a restart fails", async () => {
  const folder = mkdtempSync(join(tmpdir(), "entente-ledger-"));
  const ledger = await openLedger(folder);
  await ledger.ready();
  const restart = await openLedger(folder);
  restart.giveUp();
  expect(readdirSync(folder)).toEqual([String(process.pid)]);
  const next = await openLedger(folder);
  await next.ready();
  let stops = 0;
  await ledger.leave(async () => void stops++);
  expect(stops).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

describe("the lock on what all starts share", () => {
  const me = identity(process.pid);
  const place = () => join(mkdtempSync(join(tmpdir(), "entente-lock-")), "making.lock");
  const age = (file) => utimesSync(file, new Date(0), new Date(0));

  it("is one start's at a time", () => {
    const lock = place();
    expect(takeLock(lock, me)).toBe(true);
    expect(takeLock(lock, me)).toBe(false);
  });

  it("is left to a holder that has just made it and not yet signed it", () => {
    const lock = place();
    writeFileSync(lock, "");
    expect(takeLock(lock, me)).toBe(false);
    expect(existsSync(lock)).toBe(true);
    age(lock); // its maker was killed before it could
    expect(takeLock(lock, me)).toBe(false);
    expect(takeLock(lock, me)).toBe(true);
  });

  it("is taken from a start that was killed", () => {
    const lock = place();
    writeFileSync(lock, "4194305:1 4194306:1");
    expect(takeLock(lock, me)).toBe(false);
    expect(takeLock(lock, me)).toBe(true);
  });

  it("names the program that its holder runs, and is whole at every moment", () => {
    const lock = place();
    takeLock(lock, me);
    noteProgram(lock, me, process.ppid);
    expect(readFileSync(lock, "utf8")).toBe(`${me} ${identity(process.ppid)}`);
    expect(readdirSync(join(lock, ".."))).toEqual(["making.lock"]);
    expect(takeLock(lock, me)).toBe(false);
  });
});
