/** Files from the desk to readers: kept by what they hold, found by their words, shown while a published record shows them. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { openFile } from "@/lib/desk/read/open-file";
import { addFile } from "@/lib/desk/write/add-file";
import { factsOfFiles, sizeOfShownFile } from "@/lib/published/files";
import { searchPublished } from "@/lib/published/search";
import { makeDossier, makeDraft, makePublished, makeSource, someone, written } from "@/tests/support/make";
import { pdfSaying, pictureOf } from "@/tests/support/sample-files";

const author = someone("author");
const editor = someone("editor");

const add = async (bytes: Buffer) => {
  const added = await addFile(author, Readable.from([bytes]));
  if (!added.ok) throw new Error(added.fault);
  return added.id;
};
const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

it("keeps an agreement's text, finds its words, and shows it while the agreement is published", async () => {
  const bytes = pdfSaying("The Parties shall exchange quillworts yearly");
  const id = await add(bytes);
  expect(id).toBe(`${hashOf(bytes)}.pdf`);
  expect(await sizeOfShownFile(id)).toBeNull();

  const dossier = await makeDossier();
  const text = { role: "authentic-text", file: id, title: "The text", language: "Spanish" };
  const agreement = await makePublished("agreement", dossier, { files: [text] });
  expect(await sizeOfShownFile(id)).toBe(bytes.length);
  const again = { ...agreement.typed, files: [{ ...text, title: "The same text" }] };
  agreement.version = written(await publish(editor, agreement, again, { confirmed: "all" })).version;
  expect(await sizeOfShownFile(id)).toBe(bytes.length);
  expect((await searchPublished("quillworts")).hits.map((hit) => hit.id)).toEqual([agreement.id]);
  const opened = await openFile(someone("viewer"), id);
  expect(await buffer(opened!.bytes)).toEqual(bytes);

  written(await unpublish(editor, agreement));
  expect(await sizeOfShownFile(id)).toBeNull();
  expect((await searchPublished("quillworts")).hits).toEqual([]);
});

it("takes a file down with the dossier, and shows a source's while a dossier cites it", async () => {
  const id = await add(pdfSaying("Attached twice"));
  const dossier = await makeDossier();
  await makePublished("visit", dossier, { files: [{ file: id, title: "Programme" }] });
  expect(await sizeOfShownFile(id)).not.toBeNull();
  const { version } = (await database().entry.findUnique({ where: { id: dossier.id } }))!;
  written(await unpublish(editor, { kind: "dossier", id: dossier.id, version }));
  expect(await sizeOfShownFile(id)).toBeNull();

  const scan = await add(pdfSaying("A scan"));
  const source = await makeSource({ files: [{ file: scan, title: "Scan" }] });
  expect(await sizeOfShownFile(scan)).toBeNull();
  const other = await makeDossier();
  const event = await makePublished("event", other, { citations: [{ source: source.id }] });
  expect(await sizeOfShownFile(scan)).not.toBeNull();
  written(await unpublish(editor, event));
  expect(await sizeOfShownFile(scan)).toBeNull();
});

it("makes pictures anew without what they told of themselves, and a small one for pages", async () => {
  const came = await pictureOf("jpeg");
  const id = await add(came);
  const { bytes } = (await openFile(author, id))!;
  const kept = await buffer(bytes);
  expect(came.includes("Almaty at 43.2")).toBe(true);
  expect(kept.includes("Almaty at 43.2")).toBe(false);
  expect(id).toBe(`${hashOf(kept)}.jpg`);
  const { small } = (await factsOfFiles([id])).get(id)!;
  expect(small).toMatchObject({ width: 800, height: 600 });

  const dossier = await makeDossier();
  await makePublished("event", dossier, { files: [{ file: id, title: "A blue field" }] });
  expect(await sizeOfShownFile(small!.id)).toBeGreaterThan(0);
});

it("refuses a record that names a file that is not there, and those who may not write", async () => {
  const dossier = await makeDossier();
  const files = [{ file: `${"0".repeat(64)}.pdf`, title: "Nothing" }];
  await expect(makeDraft("event", dossier, { files })).rejects.toThrow("file.unknown");
  await expect(addFile(someone("viewer"), Readable.from([pdfSaying("A")]))).rejects.toThrow("may not write");
});
