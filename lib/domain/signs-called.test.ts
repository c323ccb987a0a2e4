import { afterEach, describe, expect, it } from "vitest";
import { choiceSign, countrySign } from "./code-signs";
import { setOwnNames } from "./own-names";
import { choiceLabels, signsCalled } from "./signs-called";

const labels = choiceLabels(
  { memorandum: "Memorandum of understanding", treaty: "Treaty", over: "{count} over", of: { nested: "No" } },
  [{ key: "defence", name: "Safety of borders" }],
);
const called = (query: string) => Object.fromEntries(signsCalled(query.split(" "), labels));

afterEach(() => setOwnNames([]));

describe("what is called by a word", () => {
  it.each([
    ["understanding", { understanding: [choiceSign("memorandum")] }],
    // Records hold a key's own words as they stand.
    ["treaty memorandum", {}],
    ["of", {}],
    [
      "understanding of borders",
      { understanding: [choiceSign("memorandum")], borders: [choiceSign("defence")] },
    ],
    [
      "safety of borders",
      Object.fromEntries(["safety", "of", "borders"].map((word) => [word, [choiceSign("defence")]])),
    ],
    ["mexico", { mexico: [countrySign("MX")] }],
    ["turkiye", { turkiye: [countrySign("TR")] }],
    ["kingdom xqz", { kingdom: [countrySign("GB")] }],
    ["nested over", {}],
    ["holland", { holland: [countrySign("NL")] }],
    ["ussr usa uk", { ussr: [countrySign("SU")], usa: [countrySign("US")], uk: [countrySign("GB")] }],
    ["great britain", Object.fromEntries(["great", "britain"].map((word) => [word, [countrySign("GB")]]))],
  ])("%j", (query, signs) => expect(called(query)).toEqual(signs));

  it("is also what the site calls a country, in any language, besides its usual name", () => {
    setOwnNames([{ code: "MX", locale: "es", name: "Estados Unidos Mexicanos", inText: null }]);
    expect(called("mexicanos mexico")).toEqual({
      mexicanos: [countrySign("MX")],
      mexico: [countrySign("MX")],
    });
  });

  it("is nothing where the word stands in more names than tell any of them", () => {
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`key-${at}`, `Common ${at}`]));
    expect(signsCalled(["common"], many).size).toBe(0);
  });
});
