/**
 * What reads the heads of requests says at once what it makes of them, whatever they are: all other readers wait
 * meanwhile. Measured as in `lib/domain/limits.test.ts`: the processor's time, of some tries the shortest.
 */
import type { IncomingMessage } from "node:http";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effort } from "@/tests/support/effort";
import { readAddress } from "./address";
import { canonicalAddress, isQueryMalformed, MAX_ADDRESS } from "./canonical-address";
import { encodingFor, matches } from "./encode";
import { longestHead, readPlainRequest } from "./plain-request";
import { requestOriginOf } from "./request-origin";

/** Milliseconds of the processor for one head. */
const limit = 5;
/** Each a little above the one before, so that what takes exponential time is told before it would never end. */
const lengths = Array.from({ length: 20 }, (_, step) => Math.round(longestHead * 0.8 ** (19 - step)));

const filled = (piece: string, length: number) =>
  piece.repeat(Math.max(0, Math.ceil(length / piece.length))).slice(0, Math.max(0, length));

/** Pieces of heads that made some parser of some program slow, each repeated as often as a head has room. */
const pieces: Record<string, string> = {
  "short lines": "a: \r\n",
  "lines without a space": "a:\r\n",
  "lines of spaces": "a:    \r\n",
  "lines of colons": "a: : : :\r\n",
  "names of hyphens": "-: -\r\n",
  "one long name": "a",
  "one long value": "a: b: ",
  spaces: " ",
  colons: ":",
  "lines that end twice": "\r\n\r\n",
  "half ends": "\r",
  "other ends": "\n",
  requests: "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
  slashes: "/",
  dots: "/.",
  "names with dots": "a.",
  escapes: "%2e",
  "half escapes": "%",
  semicolons: "/..;",
  commas: ",",
  tags: '"a-0", ',
  "half tags": "-0",
  weights: "gzip;q=0.1,",
  "parts of weights": ";q=",
  addresses: "::ffff:1.2.3.4, ",
  ranges: "1.",
};

const starts = ["", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: a\r\n", "GET /"];
const ends = ["", "\r\n", "\r\n\r\n", " ", "é", "\0"];

const asMessage = (headers: Record<string, string>): IncomingMessage =>
  Object.assign(Object.create(null), { headers, socket: { remoteAddress: "127.0.0.1" } });
const settings = { url: undefined, port: 80, trustProxy: ["127.0.0.0/8"] };

const parsers: [string, (text: string) => unknown][] = [
  ["a plain request", (text) => readPlainRequest(Buffer.from(text, "latin1"))],
  ["the encodings that are taken", (text) => [encodingFor(text), encodingFor(text.slice(0, 200))]],
  ["the tags that a client has", (text) => matches(text, "a")],
  [
    "how a request came",
    (text) =>
      requestOriginOf(
        asMessage({
          host: "localhost",
          "x-forwarded-for": text,
          "x-forwarded-proto": text,
        }),
        settings,
      ),
  ],
  ["a host", (text) => requestOriginOf(asMessage({ host: text, "x-forwarded-host": text }), settings)],
  [
    "an address",
    (text) => {
      const url = `/${text}`.slice(0, MAX_ADDRESS);
      return [canonicalAddress(url), readAddress(url), isQueryMalformed(`/?${text}`)];
    },
  ],
];

/** What is slow among a start, a piece again and again, and an end. */
function slow(parse: (text: string) => unknown, start: string, piece: string, end: string): string[] {
  for (const length of lengths) {
    const text = start + filled(piece, length - start.length - end.length) + end;
    const took = effort(() => parse(text), limit);
    if (took > limit)
      return [`${JSON.stringify([start, piece, end])}, ${length} bytes: ${Math.round(took)} ms`];
  }
  return [];
}

describe.each(parsers)("%s", (_, parse) => {
  test("reads the worst 4 kB in 5 ms", () => {
    for (const start of starts)
      for (const piece of Object.values(pieces))
        for (const end of ends) expect(slow(parse, start, piece, end)).toEqual([]);
  });

  test("reads any other 4 kB as fast", () => {
    const piece = fc
      .array(fc.constantFrom(...'aA0-: \t\r\n/.%;,="é'), { minLength: 1, maxLength: 8 })
      .map((letters) => letters.join(""));
    fc.assert(
      fc.property(fc.constantFrom(...starts), piece, fc.constantFrom(...ends), (start, again, end) => {
        expect(slow(parse, start, again, end)).toEqual([]);
      }),
    );
  });
});

test("a head of 800 short lines without an end is no plain request, at once", () => {
  const head = `GET / HTTP/1.1\r\nHost: a\r\n${"a: \r\n".repeat(800)}`;
  const bytes = Buffer.from(head.slice(0, longestHead));
  expect(effort(() => expect(readPlainRequest(bytes)).toBeNull(), limit)).toBeLessThanOrEqual(limit);
});
