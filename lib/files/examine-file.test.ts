/** What a file is by its bytes, whatever it is called. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdfSaying, pictureOf } from "@/tests/support/sample-files";
import { examineFile } from "./examine-file";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-examine-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function found(bytes: Buffer | string) {
  const path = join(folder, "came");
  await writeFile(path, bytes);
  return examineFile(path, folder);
}

const pdf = pdfSaying("Convention on quillworts");
const zip = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(200)]);

describe("takes", () => {
  it("a PDF with its words", async () => {
    expect(await found(pdf)).toEqual({ ok: true, ending: "pdf", words: "Convention on quillworts" });
  });

  it("plain text with its words, in any script", async () => {
    const text = "\uFEFFКонвенция 公約\r\n\tone < two";
    expect(await found(text)).toEqual({ ok: true, ending: "txt", words: "Конвенция 公約 one < two" });
  });

  it.each([
    ["jpeg", "jpg"],
    ["png", "png"],
    ["webp", "webp"],
  ] as const)("a picture as %s, made anew and small", async (format, ending) => {
    const examined = await found(await pictureOf(format, { width: 1000, height: 500 }));
    expect(examined).toMatchObject({
      ...{ ok: true, ending, made: { width: 1000, height: 500 }, small: { width: 800, height: 400 } },
    });
    if (!("made" in examined)) throw new Error("no picture");
    const { exif, format: made } = await sharp(examined.made.path).metadata();
    expect([exif, made]).toEqual([undefined, format]);
  });
});

describe("refuses", () => {
  it.each<[string, Buffer | string, string]>([
    ["nothing", "", "empty"],
    ["a page called a PDF", "<!DOCTYPE html><script>alert(1)</script>", "type"],
    ["a page behind white space", "\n  <HTML>", "type"],
    ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "type"],
    ["XML", '<?xml version="1.0"?><svg/>', "type"],
    ["a script", "#!/bin/sh\nrm -rf /\n", "type"],
    ["an archive", zip, "type"],
    ["text that is not UTF-8", Buffer.from([0x43, 0xe9, 0x0a]), "type"],
    ["text with control characters", "a\u0000b", "type"],
    ["a GIF", Buffer.from("GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;", "latin1"), "type"],
    ["a PDF behind a page", Buffer.concat([Buffer.from("<html>\n"), pdf]), "type"],
    ["a PDF that is cut short", pdf.subarray(0, 300), "damaged"],
    ["a PDF with something behind it", Buffer.concat([pdf, zip, Buffer.alloc(2000)]), "damaged"],
    ["a PDF of nothing", "%PDF-1.4\n%%EOF\n", "damaged"],
  ])("%s", async (_, bytes, fault) => {
    expect(await found(bytes)).toEqual({ ok: false, fault });
  });

  it("a picture that is cut short", async () => {
    const picture = await pictureOf("png");
    expect(await found(picture.subarray(0, picture.length / 2))).toEqual({ ok: false, fault: "damaged" });
  });

  it("a picture that is small as a file and huge as a picture", async () => {
    const bomb = await pictureOf("png", { width: 12_000, height: 6000 });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await found(bomb)).toEqual({ ok: false, fault: "tooManyPixels" });
  });
});
