import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { encode, encodingFor, matches, shrinks, tagOf } from "./encode";

describe("the encoding for a client", () => {
  it.each([
    [undefined, "identity"],
    ["", "identity"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1.0, br;q=0", "gzip"],
    ["BR", "br"],
    ["gzip;q=0", "identity"],
    ["brotli", "identity"],
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
  for (const header of [`"${tag}"`, `W/"${tag}-gzip"`, `"x", "${tag}-br"`, "*"])
    expect(matches(header, tag)).toBe(true);
  for (const header of [undefined, "", `"x"`, `"${tag.slice(1)}"`]) expect(matches(header, tag)).toBe(false);
});
