import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { documentOf } from "./stored-document";
import { diskCache } from "./disk-cache";

const page = { path: "/kazakhstan-mexico", dossier: "kazakhstan-mexico" };

/** A folder that goes with its test. */
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "entente-disk-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const documentAt = (position: number) =>
  documentOf(
    {
      status: 200,
      type: "text/html",
      body: Buffer.from(`as of ${position}`),
      location: undefined,
      disposition: undefined,
      caching: undefined,
    },
    { ...page, build: "one", database: "db", position },
  );

it("keeps the last of many documents of one page that are saved at once, whole", async () => {
  const disk = diskCache(folder());
  const documents = await Promise.all(Array.from({ length: 100 }, (_, position) => documentAt(position)));
  await Promise.all(documents.map((document) => disk.save(document)));
  expect(await disk.load(page)).toEqual(documents.at(-1));
});

it("keeps none that must not stay once it is written, and keeps the next one all the same", async () => {
  const disk = diskCache(folder());
  const [removed, next] = [await documentAt(1), await documentAt(2)];
  await disk.save(removed, () => false);
  expect(await disk.load(page)).toBeNull();
  await Promise.all([disk.save(removed, () => false), disk.drop(page), disk.save(next)]);
  expect(await disk.load(page)).toEqual(next);
});

it("sweeps up what a killed process left half written, and not what another is writing", async () => {
  const at = folder();
  for (const name of ["old.part", "new.part"]) writeFileSync(join(at, name), "half");
  utimesSync(join(at, "old.part"), 1, 1);
  await diskCache(at).save(await documentAt(1));
  expect(readdirSync(at).sort()).toEqual([expect.stringMatching(/^_[0-9a-f]{32}$/), "new.part"]);
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
  const [there, disk] = [before(), diskCache(at)];

  const [one, other] = await Promise.all([documentAt(1), documentAt(2)]);
  for (const document of [
    { ...one, dossier: name, path: `/${name}` },
    { ...one, dossier: name, path: name },
    { ...one, dossier: null, path: name },
  ]) {
    await disk.save(document);
    expect(await disk.load(document)).toEqual(document);
    await disk.drop(document);
    expect(await disk.load(document)).toBeNull();
    await disk.save(document);
    await disk.save(other);
    await disk.dropAll(document.dossier);
    expect(await disk.load(document)).toBeNull();
    expect(await disk.load(other)).toEqual(other);
    await disk.clear();
    expect(await disk.load(other)).toBeNull();
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
  write("Own folder", file);
  write("readme");
  await diskCache(at).save(await documentAt(1));
  const left = readdirSync(at, { recursive: true })
    .map(String)
    .filter((one) => !/^_[0-9a-f]{32}/.test(one));
  expect(left.sort()).toEqual([
    "Own folder",
    join("Own folder", file),
    "a-b",
    join("a-b", "notes.txt"),
    "readme",
  ]);
  expect(existsSync(join(at, "kazakhstan-mexico"))).toBe(false);
});
