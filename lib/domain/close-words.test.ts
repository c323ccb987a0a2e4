import { describe, expect, it } from "vitest";
import { areClose, areTwoSlipsApart, withSwaps } from "./close-words";

describe("words", () => {
  it.each([
    ["rokcet", "rocket"],
    ["brasil", "brazil"],
    ["idrisov", "idrissov"],
    ["kazajstan", "kazakhstan"],
    ["orcket", "rocket"],
  ])("%s is a slip for %s", (typed, word) => expect(areClose(typed, word)).toBe(true));

  it.each([
    ["expo", "exports"],
    ["this", "the"],
    ["wto", "who"],
    ["brasil", "basalt"],
    ["rocket", "pocket"],
    ["ambassy", "embassy"],
  ])("%s is no slip for %s", (typed, word) => expect(areClose(typed, word)).toBe(false));
});

describe("words from six letters on", () => {
  it.each([
    ["idrisof", "idrissov", true],
    ["nazarbaev", "nazarbayev", true],
    ["brasil", "basalt", false],
    ["idris", "idrissov", false],
    ["ziemba", "zimbra", true],
  ])("%s is %s by two slips: %s", (typed, word, are) => expect(areTwoSlipsApart(typed, word)).toBe(are));
});

it("swaps each two neighbours once", () => {
  expect(withSwaps("zinc")).toEqual(["iznc", "znic", "zicn"]);
  expect(withSwaps("aab")).toEqual(["aba"]);
});
