import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { documentOf } from "./press-document";
import { pressDisk } from "./press-disk";

const page = { path: "/kazakhstan-mexico", dossier: "kazakhstan-mexico" };
const folder = () => mkdtempSync(join(tmpdir(), "entente-disk-"));

const documentAt = (mark: number) =>
  documentOf(
    {
      status: 200,
      type: "text/html",
      body: Buffer.from(`as of ${mark}`),
      location: undefined,
      disposition: undefined,
      caching: undefined,
    },
    { ...page, build: "one", origin: "db", mark },
  );

it("keeps the last of many documents of one page that are saved at once, whole", async () => {
  const disk = pressDisk(folder());
  const documents = await Promise.all(Array.from({ length: 100 }, (_, mark) => documentAt(mark)));
  await Promise.all(documents.map((document) => disk.save(document)));
  expect(await disk.load(page)).toEqual(documents.at(-1));
});

it("keeps none that must not stay once it is written, and keeps the next one all the same", async () => {
  const disk = pressDisk(folder());
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
  await pressDisk(at).save(await documentAt(1));
  expect(readdirSync(at).sort()).toEqual(["kazakhstan-mexico", "new.part"]);
});
