import { describe, expect, it } from "vitest";
import { areClose, withSwaps } from "./close-words";

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

it("swaps each two neighbours once", () => {
  expect(withSwaps("zinc")).toEqual(["iznc", "znic", "zicn"]);
  expect(withSwaps("aab")).toEqual(["aba"]);
});
