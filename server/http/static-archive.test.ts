import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { archiveStatic } from "./static-archive";

const days = (number: number) => new Date(Date.now() + number * 24 * 60 * 60 * 1000);
let build: string;
let archive: string;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-static-"));
  build = join(folder, "build");
  archive = join(folder, "archive");
  mkdirSync(join(build, "chunks"), { recursive: true });
  writeFileSync(join(build, "chunks", "a1.css"), "one");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kept = () => readdirSync(join(archive, "chunks")).sort();

it("keeps a build's files whole, however many servers do so at once", async () => {
  await Promise.all(Array.from({ length: 8 }, () => archiveStatic(build, archive)));
  expect(kept()).toEqual(["a1.css"]);
  expect(readFileSync(join(archive, "chunks", "a1.css"), "utf8")).toBe("one");
});

it("throws an earlier build's files away thirty days after it last ran, not after it first did", async () => {
  await archiveStatic(build, archive, days(-40));
  // It still ran ten days ago, and said so.
  await archiveStatic(build, archive, days(-10));
  writeFileSync(join(archive, "chunks", "old.css"), "older still");
  utimesSync(join(archive, "chunks", "old.css"), days(-31), days(-31));
  const next = mkdtempSync(join(folder, "next-"));
  await archiveStatic(next, archive);
  expect(kept()).toEqual(["a1.css"]);
  await archiveStatic(next, archive, days(21));
  expect(kept()).toEqual([]);
});
