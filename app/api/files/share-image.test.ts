import { readFileSync } from "node:fs";
import sharp from "sharp";
import { afterEach, expect, it } from "vitest";
import { countryCodes, usualName } from "@/lib/domain/countries";
import { setOwnNames } from "@/lib/domain/own-names";
import { shareImageSize } from "@/lib/routes";
import { drawableName, drawShareImage, isDrawable, shareColours } from "./share-image";

afterEach(() => setOwnNames([]));

const site = { name: "Entente", host: "entente.example" };

it("is a small PNG of its size, with both hues, also of the longest names", async () => {
  const longest = countryCodes
    .map((code) => usualName(code, "en"))
    .sort((one, other) => other.length - one.length);
  for (const names of [
    ["Kazakhstan", "Mexico"],
    [longest[0]!, longest[1]!],
  ] as const) {
    const png = await drawShareImage({ names, since: "Relations since 14 January 1992", site });
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", ...shareImageSize });
    expect(png.length).toBeLessThan(40_000);
    const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const seen = new Set<string>();
    for (let at = 0; at < data.length; at += 3) seen.add(data.subarray(at, at + 3).toString("hex"));
    expect([...seen].map((one) => `#${one}`)).toEqual(
      expect.arrayContaining([shareColours.paper, shareColours.a, shareColours.b]),
    );
  }
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
