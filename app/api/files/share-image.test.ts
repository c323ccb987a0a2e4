import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterEach, expect, it } from "vitest";
import { countryCodes, usualName } from "@/lib/domain/countries";
import { setOwnNames } from "@/lib/domain/own-names";
import { shareImageSize } from "@/lib/share-images";
import { drawableName, drawShareImage, isDrawable, shareColours, type ShareLine } from "./share-image";

afterEach(() => setOwnNames([]));

/** The colours of an image, once it is seen to be a small PNG of its size. */
async function coloursOf(png: Buffer): Promise<string[]> {
  expect(await sharp(png).metadata()).toMatchObject({ format: "png", ...shareImageSize });
  expect(png.length).toBeLessThan(40_000);
  const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const seen = new Set<string>();
  for (let at = 0; at < data.length; at += 3) seen.add(data.subarray(at, at + 3).toString("hex"));
  return [...seen].map((one) => `#${one}`);
}

const site = { name: "Entente", host: "entente.example" };

it("is a small PNG of its size, with both hues, also of the longest names", async () => {
  const longest = countryCodes
    .map((code) => usualName(code, "en"))
    .sort((one, other) => other.length - one.length);
  for (const names of [
    ["Kazakhstan", "Mexico"],
    [longest[0]!, longest[1]!],
  ] as const) {
    const lines = names.map((text, at): ShareLine => ({ text, signs: [at === 0 ? "a" : "b"] }));
    const png = await drawShareImage({ lines, below: "Relations since 14 January 1992", site });
    expect(await coloursOf(png)).toEqual(
      expect.arrayContaining([shareColours.paper, shareColours.a, shareColours.b]),
    );
  }
});

it("is of one thing as well: the site by both signs, what is above all dossiers by none", async () => {
  const both = await drawShareImage({
    lines: [{ text: "Entente", signs: ["a", "b"] }],
    below: "The record",
    site,
  });
  expect(await coloursOf(both)).toEqual(expect.arrayContaining([shareColours.a, shareColours.b]));
  const none = await drawShareImage({ lines: [{ text: "People", signs: [] }], below: null, site });
  expect(await coloursOf(none)).not.toContain(shareColours.a);
});

it("has the colours of the pages", () => {
  const pages = readFileSync("app/globals.css", "utf8");
  for (const colour of Object.values(shareColours)) expect(pages).toContain(`: ${colour};`);
});

it("names countries by letters that the typefaces have, whatever an admin calls them", () => {
  expect(countryCodes.filter((code) => !isDrawable(usualName(code, "en")))).toEqual([]);
  const named = (name: string) => setOwnNames([{ code: "KZ", locale: "en", name, inText: null }]);
  named("Казахстан");
  expect(drawableName("KZ")).toBe("Казахстан");
  named("哈萨克斯坦");
  expect(drawableName("KZ")).toBe("Kazakhstan");
});
