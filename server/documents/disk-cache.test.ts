import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { documentOf } from "./stored-document";
import { diskCache } from "./disk-cache";
import { shownTags, unknownTags } from "./shown-tags";

const path = "/kazakhstan-mexico";

/** A folder that goes with its test. */
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "entente-disk-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const documentAt = (position: number, about: { path?: string; tags?: string[]; text?: string } = {}) =>
  documentOf(
    {
      status: 200,
      type: "text/html",
      body: Buffer.from(about.text ?? `as of ${position}`),
      location: undefined,
      disposition: undefined,
      caching: undefined,
    },
    { path: about.path ?? path, shows: shownTags(about.tags ?? []), build: "one", database: "db", position },
  );

it("keeps the last of many documents of one page that are saved at once, whole", async () => {
  const disk = diskCache(folder());
  const documents = await Promise.all(Array.from({ length: 100 }, (_, position) => documentAt(position)));
  await Promise.all(documents.map((document) => disk.save(document)));
  expect(await disk.load(path)).toEqual(documents.at(-1));
});

it("keeps none that must not stay once it is written, and keeps the next one all the same", async () => {
  const disk = diskCache(folder());
  const [removed, next] = [await documentAt(1), await documentAt(2)];
  await disk.save(removed, () => false);
  expect(await disk.load(path)).toBeNull();
  await Promise.all([disk.save(removed, () => false), disk.drop(path), disk.save(next)]);
  expect(await disk.load(path)).toEqual(next);
});

it("sweeps up what a killed process left half written, and not what another is writing", async () => {
  const at = folder();
  const part = (name: string) => join(at, "_00", `${name.repeat(32)}.${name.repeat(12)}.part`);
  mkdirSync(join(at, "_00"));
  for (const name of ["a", "b"]) writeFileSync(part(name), "half");
  utimesSync(part("a"), 1, 1);
  const disk = diskCache(at);
  await disk.save(await documentAt(1));
  await expect.poll(() => existsSync(part("a"))).toBe(false);
  expect(existsSync(part("b"))).toBe(true);
});

const hostile = [
  "../../outside",
  "../outside",
  "..",
  ".",
  "",
  "/",
  "/etc/outside",
  "a/../../outside",
  "a\\..\\outside",
  "_site",
  "outside\0",
  "%2e%2e%2foutside",
  "x".repeat(5000),
  "Ж\u202e\ud800",
];

it.each(hostile)("stays within its folder whatever a slug or an address is: %j", async (name) => {
  const around = folder();
  const at = join(around, "a", "documents");
  mkdirSync(join(around, "outside"));
  mkdirSync(at, { recursive: true });
  const kept = [join(around, "outside", "kept"), join(around, "a", "outside")];
  for (const file of kept) writeFileSync(file, "kept");
  const before = () =>
    readdirSync(around, { recursive: true }).filter((one) => !String(one).startsWith("a/documents/"));
  const there = before();

  const [one, other] = await Promise.all([documentAt(1), documentAt(2)]);
  for (const document of [
    { ...one, path: `/${name}` },
    { ...one, path: name },
  ]) {
    const disk = diskCache(at);
    await disk.save(document);
    expect(await disk.load(document.path)).toEqual(document);
    await disk.drop(document.path);
    expect(await disk.load(document.path)).toBeNull();
    await disk.save(document);
    await disk.save(other);
    await disk.removed([{ database: "db", position: 2, tags: unknownTags }]);
    expect(await disk.load(other.path)).toEqual(other);
    await disk.removed([{ database: "db", position: 3, tags: null }]);
    for (const { path } of [document, other]) expect(await disk.load(path)).toBeNull();
    await disk.clear();
  }
  expect(before()).toEqual(there);
});

it("throws away what an earlier version kept under slugs, by its own names alone", async () => {
  const at = folder();
  const file = "0123456789abcdef0123456789abcdef";
  const write = (...parts: string[]) => {
    mkdirSync(join(at, ...parts.slice(0, -1)), { recursive: true });
    writeFileSync(join(at, ...parts), "old");
  };
  write("kazakhstan-mexico", file);
  write("_site", file);
  write("_site", `${file}.0123456789ab.part`);
  write("a-b", "notes.txt");
  write("a-b", file);
  write(`_${file}`, file);
  write("Own folder", file);
  write("readme");
  await diskCache(at).save(await documentAt(1));
  const left = () =>
    readdirSync(at, { recursive: true })
      .map(String)
      .filter((one) => !/^_[0-9a-f]{2}(?:\/|$)/.test(one))
      .sort();
  await expect
    .poll(left)
    .toEqual(["Own folder", join("Own folder", file), "a-b", join("a-b", "notes.txt"), "readme"]);
  expect(existsSync(join(at, "kazakhstan-mexico"))).toBe(false);
});

it("keeps as many documents and bytes as it may, and those used last, also over a restart", async () => {
  const at = folder();
  const evicted: string[] = [];
  const disk = diskCache(at, { limit: 5, room: 5 * 4096, evicted: (gone) => void evicted.push(gone) });
  const save = async (number: number, text?: string) =>
    disk.save(await documentAt(1, { path: `/${number}`, text }));
  for (let number = 0; number < 5; number += 1) await save(number);
  await disk.load("/0");
  await save(5);
  expect(evicted).toEqual(["/1"]);
  await save(6, "x".repeat(400));
  for (let round = 0; round < 5; round += 1) await save(6);
  expect(evicted).toEqual(["/1", "/2"]);
  expect(disk.size).toEqual({ documents: 5, bytes: 5 * 4096 });
  const there = async (cache = disk) => {
    const found = await Promise.all(["/0", "/1", "/2", "/3", "/4", "/5", "/6"].map((one) => cache.load(one)));
    return found.flatMap((one) => (one ? [one.path] : []));
  };
  expect(await there()).toEqual(["/0", "/3", "/4", "/5", "/6"]);

  const later = diskCache(at, { limit: 3 });
  await later.save(await documentAt(1, { path: "/7" }));
  await expect.poll(() => files(at)).toHaveLength(3);
});

/** The files of documents. */
const files = (at: string) =>
  readdirSync(at, { recursive: true }).filter((one) => /^_..[/\\][0-9a-f]{32}$/.test(String(one)));

it("shows nothing while what was removed cannot be read", async () => {
  const at = folder();
  const document = await documentAt(1);
  await diskCache(at).save(document);
  // To read a folder as a file always fails.
  mkdirSync(join(at, "removals"));
  const disk = diskCache(at);
  expect(await disk.load(path)).toBeNull();
  rmSync(join(at, "removals"), { recursive: true });
  expect(await disk.load(path)).toEqual(document);
});

it("throws away what shows what was removed, and nothing else, also what others write and find later", async () => {
  const at = folder();
  const [disk, other] = [diskCache(at), diskCache(at)];
  const [shows, same] = [
    await documentAt(5, { path: "/shows", tags: ["r:a", "r:b"] }),
    await documentAt(5, { path: "/same", tags: ["r:b"] }),
  ];
  for (const one of [shows, same]) await disk.save(one);
  const removal = { database: "db", position: 6, tags: shownTags(["r:a", "n:a"]) };
  await disk.removed([removal]);
  expect(files(at)).toHaveLength(1);
  await other.save(shows);
  expect(await disk.load("/shows")).toBeNull();
  await disk.save(shows);
  const later = diskCache(at);
  expect(await later.load("/shows")).toBeNull();
  expect(await later.load("/same")).toEqual(same);
  // Of another database, and of after the removal.
  for (const one of [
    { ...shows, database: "another" },
    { ...shows, position: 6 },
  ]) {
    await later.save(one);
    expect(await later.load("/shows")).toEqual(one);
  }
});
