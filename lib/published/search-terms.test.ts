import { expect, it } from "vitest";
import { branchesOf, queriesOf, type Term } from "./search-terms";

const term = (text: string, rest: Partial<Term> = {}): Term => ({
  ...{ text, kinds: [], parts: [], begins: false, close: [], others: [] },
  ...rest,
});
const textsOf = (strictness: "all" | "allButOne", ...words: string[]) =>
  branchesOf(
    words.map((word) => queriesOf(term(word))),
    strictness,
  ).at(-1)?.query;

it("asks for a word itself before what it is part or a misspelling of", () =>
  expect(queriesOf(term("expo", { parts: ["exports"], close: ["expo", "exp"] }))).toEqual({
    titleWhole: "'=expo'",
    whole: "'expo'",
    titlePart: "('=exports' | '=exp')",
    part: "('exports' | 'exp')",
  }));

it("takes a kind for a word, and what begins with a number for the number", () => {
  expect(queriesOf(term("visits", { kinds: ["visit"] })).whole).toBe("('visits' | '#visit')");
  expect(queriesOf(term("201", { begins: true }))).toMatchObject({ titlePart: "'=201':*", part: "'201':*" });
});

it("asks for all words, and for all but any one", () => {
  expect(textsOf("all", "a", "b", "c")).toBe("('a' & 'b' & 'c')");
  expect(textsOf("allButOne", "a", "b", "c")).toBe("(('b' & 'c') | ('a' & 'c') | ('a' & 'b'))");
});

it("gives each word a share of the candidates where any will do", () => {
  const asked = branchesOf([queriesOf(term("common")), queriesOf(term("rare"))], "any");
  expect(asked.map(({ query }) => query)).toEqual(["'=common'", "'common'", "'=rare'", "'rare'"]);
});

it("quotes what would mean something to PostgreSQL", () =>
  expect(queriesOf(term("o'b\\x")).whole).toBe("'o''b\\\\x'"));
