import { expect, it } from "vitest";
import { readableAddress } from "./readable-address";

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
