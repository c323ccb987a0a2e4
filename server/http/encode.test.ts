import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { encode, encodingFor, matches, shrinks, tagOf, entityTag, timeTagOf } from "./encode";

describe("the encoding for a client", () => {
  it.each([
    [undefined, "identity"],
    ["", "identity"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1.0, br;q=0", "gzip"],
    ["BR", "br"],
    ["gzip;q=0", "identity"],
    ["brotli", "identity"],
    // Any: the best there is, unless a name says otherwise.
    ["*", "br"],
    ["*;q=0", "identity"],
    ["*;q=0, gzip", "gzip"],
    ["gzip;q=0, *", "br"],
    ["br;q=0, *", "gzip"],
    ["br;q=0, gzip;q=0, *", "identity"],
    // The highest weight wins, and of equal ones Brotli, then gzip.
    ["br;q=0.1, gzip", "gzip"],
    ["br;q=0.1, gzip;q=0.2, identity;q=0.3", "identity"],
    ["identity, gzip;q=0.5", "identity"],
    ["gzip;q=0.5", "gzip"],
    ["gzip;q=0.5, br;q=0.5", "br"],
    ["gzip;q=0.5, identity;q=0.5", "gzip"],
    ["gzip;q=0.2, *;q=0.1", "gzip"],
    ["*;q=0.2, gzip;q=0.1", "br"],
    // Bytes as they are, refused.
    ["identity;q=0", "identity"],
    ["identity;q=0, *", "br"],
    ["identity;q=0, gzip;q=0.1", "gzip"],
    ["identity;q=0.5, *;q=0", "identity"],
    // Older and stranger spellings.
    ["x-gzip", "gzip"],
    ["X-GZIP;Q=0.5, compress", "gzip"],
    ["GZIP;Q=0", "identity"],
    ["gzip ; q=0.000 ,br ; q=1.000", "br"],
    ["gzip;q=abc", "identity"],
    ["gzip;q=-1", "identity"],
    [";q=1", "identity"],
    [",,,", "identity"],
    [["gzip;q=0.5", "br;q=0.1"], "gzip"],
    // Longer than any browser's: not read.
    [`${"x, ".repeat(70)}br`, "identity"],
    [Array<string>(50).fill("gzip"), "identity"],
  ])("%j takes %s", (accepts, encoding) => {
    expect(encodingFor(accepts)).toBe(encoding);
  });
});

it("gives the same bytes back from every encoding", async () => {
  const bytes = Buffer.from("visit ".repeat(500));
  expect(brotliDecompressSync(await encode(bytes, "br"))).toEqual(bytes);
  expect(gunzipSync(await encode(bytes, "gzip"))).toEqual(bytes);
  expect(await encode(bytes, "identity")).toBe(bytes);
});

it.each([
  ["text/html; charset=utf-8", true],
  ["application/atom+xml", true],
  ["application/ld+json", true],
  ["image/svg+xml", true],
  ["image/png", false],
  [undefined, false],
])("%s shrinks: %s", (type, does) => {
  expect(shrinks(type)).toBe(does);
});

it("knows its own tags again, whatever the encoding", () => {
  const tag = tagOf(Buffer.from("a"));
  expect(tag).not.toBe(tagOf(Buffer.from("b")));
  const [plain, gzip, br] = (["identity", "gzip", "br"] as const).map((one, n) =>
    entityTag(tag, 90 - n, one),
  );
  expect(new Set([plain, gzip, br]).size).toBe(3);
  for (const header of [plain, `W/${gzip}`, `"x", ${br}`, "*"]) expect(matches(header, tag)).toBe(true);
  for (const header of [undefined, "", `"x"`, `"${tag.slice(1)}"`]) expect(matches(header, tag)).toBe(false);
});

it("tags a page by what nginx can say of its file: a time, and a length", () => {
  const tag = timeTagOf(Buffer.from("a"));
  expect(entityTag(tag, 255, "gzip")).toBe(`"${tag}-ff"`);
  const seconds = Number.parseInt(tag, 16);
  expect(seconds).toBeLessThan(2 ** 31);
  expect(seconds.toString(16)).toBe(tag);
});
