import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { DiskRemovals } from "./disk-removals";
import { shownTags } from "./shown-tags";

/** A folder that goes with its test. */
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "entente-removals-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const longest = 4000;
const removal = (position: number, tag = `r:${position}`) => ({
  database: "db",
  position,
  tags: shownTags([tag]),
});
const shownAt = (position: number, tag: string) => ({ database: "db", position, shows: shownTags([tag]) });
const files = (at: string) => readdirSync(at).map((name) => join(at, name));

it("loses no note of two processes that note and shorten at once, and takes a bounded room", async () => {
  const at = folder();
  const both = [new DiskRemovals(at, longest), new DiskRemovals(at, longest)];
  const positions = Array.from({ length: 300 }, (_, index) => index + 1);
  await Promise.all(positions.map((position) => both[position % 2]!.note([removal(position)])));
  await both[0]!.note([{ database: "db", position: 300, at: "then" }]);
  for (let position = 301; position < 500; position += 1) await both[0]!.note([removal(position)]);
  for (const file of files(at)) expect(statSync(file).size).toBeLessThan(2 * longest);
  expect(files(at)).toHaveLength(2);
  const later = new DiskRemovals(at, longest);
  await later.begun();
  for (let position = 1; position < 500; position += 1)
    expect(later.concerns(shownAt(position - 1, `r:${position}`))).toBe(true);
  expect(later.concerns(shownAt(499, "r:499"))).toBe(false);
  expect(later.newest("db")).toEqual({ database: "db", position: 300, at: "then" });
});

it("is not ready while a file cannot be read, and then is", async () => {
  const at = folder();
  const notes = new DiskRemovals(at);
  // To read a folder as a file always fails.
  mkdirSync(join(at, "removals"));
  await expect(notes.begun()).rejects.toThrow();
  await notes.note([removal(5)]);
  expect(notes.concerns(shownAt(4, "r:5"))).toBe(true);
  rmdirSync(join(at, "removals"));
  await notes.begun();
  await new DiskRemovals(folder()).begun();
});

it("takes over what processes left, without a moment in which it is not there", async () => {
  const at = folder();
  for (let position = 1; position <= 20; position += 1) await new DiskRemovals(at).note([removal(position)]);
  expect(files(at)).toHaveLength(20);
  for (const file of files(at)) utimesSync(file, 1, 1);
  let newest = 20;
  const knows = async () => {
    const later = new DiskRemovals(at);
    // After what was left is taken over.
    await later.note([removal((newest += 1))]);
    for (let position = 1; position <= 20; position += 1)
      expect(later.concerns(shownAt(position - 1, `r:${position}`))).toBe(true);
  };
  await knows();
  expect(files(at).filter((file) => file.endsWith(".left"))).toHaveLength(20);
  await knows();
  const now = Date.now();
  vi.spyOn(Date, "now").mockReturnValue(now + 61_000);
  onTestFinished(() => void vi.restoreAllMocks());
  await knows();
  expect(files(at).filter((file) => file.endsWith(".left"))).toEqual([]);
  await knows();
});
