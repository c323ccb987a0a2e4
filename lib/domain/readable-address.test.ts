import { expect, it } from "vitest";
import { webAddress } from "./fields/web-address/web-address";
import { longestAddress, readableAddress } from "./readable-address";

it.each([
  ["https://www.example.org/treaties/view?id=12", "example.org/treaties/view?id=12"],
  ["HTTP://Example.org/", "Example.org"],
  ["https://посольство.рф/новости/", "посольство.рф/новости"],
  ["https://example.org/%D0%B4%D0%BE%D0%B3%D0%BE%D0%B2%D0%BE%D1%80", "example.org/договор"],
  ["https://example.org/100%", "example.org/100%"],
])("%s reads as %s", (address, read) => expect(readableAddress(address)).toBe(read));

it("leaves encoded what no text may hold", () => {
  expect(readableAddress("https://example.org/a%00b%04c%0ad%7F%C2%85/%C3%A9")).toBe(
    "example.org/a%00b%04c%0Ad%7F%C2%85/é",
  );
});

it.each([
  ["a right-to-left override", "https://example.org/%E2%80%AEgpj.exe", "example.org/%E2%80%AEgpj.exe"],
  ["an override that is not encoded", "https://example.org/\u202Egpj.exe", "example.org/%E2%80%AEgpj.exe"],
  [
    "isolates and marks",
    "https://example.org/%E2%81%A6a%E2%80%8Fb%D8%9C",
    "example.org/%E2%81%A6a%E2%80%8Fb%D8%9C",
  ],
  [
    "spaces",
    "https://example.org/a%20b%C2%A0c%E2%80%83d%E3%80%80e",
    "example.org/a%20b%C2%A0c%E2%80%83d%E3%80%80e",
  ],
  ["ends of lines", "https://example.org/a%E2%80%A8b%E2%80%A9", "example.org/a%E2%80%A8b%E2%80%A9"],
  [
    "what prints nothing",
    "https://example.org/a%E2%80%8Bb%C2%ADc%E3%85%A4d",
    "example.org/a%E2%80%8Bb%C2%ADc%E3%85%A4d",
  ],
  ["signs of a font's own", "https://example.org/%EE%80%80", "example.org/%EE%80%80"],
  ["half a character", "https://example.org/\ud800", "example.org/\uFFFD"],
])("leaves encoded %s", (_, address, read) => expect(readableAddress(address)).toBe(read));

it("is kept with what cannot be seen encoded, and with its other letters as typed", () => {
  const read = (typed: string) => webAddress({}).schema({ parties: null }).safeParse(typed);
  expect(read("https://посольство.рф/\u202Egpj a\u200Db").data).toBe(
    "https://посольство.рф/%E2%80%AEgpj%20a%E2%80%8Db",
  );
  expect(read(`https://посольство.рф/${"\u202E".repeat(longestAddress / 2)}`).error?.issues).toMatchObject([
    { message: "text.tooLong" },
  ]);
});
