import { expect, it } from "vitest";
import { searchable, searchWords } from "./search-words";

const words = (query: string) => searchWords(query).map(({ text }) => text);

it("takes a query as one line of bearable length", () => {
  expect(searchable("  Erlan \n\u0000 Idrissov ")).toBe("Erlan Idrissov");
  expect(searchable("x".repeat(100_000))).toHaveLength(200);
  expect(searchable("\ud800x")).toBe("\ufffdx");
});

it.each([["", " ", "a", "%", "_ \\", "?!"]].flat())("finds no word in %j", (query) =>
  expect(words(query)).toEqual([]),
);

it("takes each word once, at most eight, and short ones only by themselves", () => {
  expect(words("visit to mexico visit")).toEqual(["visit", "mexico"]);
  expect(words("un")).toEqual(["un"]);
  expect(words("us 23 million")).toEqual(["23", "million"]);
  expect(words("a1 b2 c3 d4 e5 f6 g7 h8 i9")).toHaveLength(8);
  expect(words("идрисов 外交部")).toEqual(["идрисов", "外交部"]);
  expect(words("हिन्दी भारत")).toEqual(["हिन्दी", "भारत"]);
});

it("knows the words for kinds", () => {
  expect(searchWords("visits 2014")).toEqual([
    { text: "visits", kinds: ["visit"] },
    { text: "2014", kinds: [] },
  ]);
  expect(searchWords("trade")[0]?.kinds).toEqual(["tradeYear"]);
  expect(searchWords("event")[0]?.kinds).toEqual(["event"]);
});
