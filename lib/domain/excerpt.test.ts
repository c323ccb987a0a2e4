import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, openingOf } from "./excerpt";

/** The passage with its marked words in brackets. */
const shown = (texts: string[], ...words: string[]) =>
  excerptOf(texts, words)
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join("");

const long = `${"Long before that nothing happened. ".repeat(20)}A Russian rocket came down. ${"And after. ".repeat(40)}`;

describe("an excerpt", () => {
  it.each([
    ["rocket", "The rocket, a Rocket.", "The [rocket], a [Rocket]."],
    ["expo", "Exports to the Expo in Astana", "Exports to the [Expo] in Astana"],
    ["export", "Exports to the Expo", "[Exports] to the Expo"],
    ["meade", "José Antonio Méade", "José Antonio [Méade]"],
    ["idrisov", "Erlan Idrissov came", "Erlan [Idrissov] came"],
    ["rokcet", "A rocket", "A [rocket]"],
    ["wto", "United Nations; World Trade Organization", "United Nations; [World Trade Organization]"],
    ["zinc", "Nothing of the kind", "Nothing of the kind"],
  ])("for %s of %j marks the words as they stand", (word, text, marked) =>
    expect(shown([text], word)).toBe(marked),
  );

  it("comes from the text that holds most of the words", () =>
    expect(shown(["A rocket", "The rocket of 2015", "2015"], "rocket", "2015")).toBe(
      "The [rocket] of [2015]",
    ));

  it("is cut at words, around the first word that was looked for", () => {
    const passage = shown([long], "rocket");
    expect(passage).toMatch(/^… .+ A Russian \[rocket\] came down\. .+ …$/);
    expect(passage.length).toBeLessThan(240);
  });

  it("is the opening where nothing was looked for, and nothing where there is no text", () => {
    expect(openingOf([long])).toMatch(/^Long before that .+ …$/);
    expect(openingOf([])).toBe("");
  });

  it("never changes what the text says", () =>
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ maxCount: 80 })),
        fc.array(fc.lorem({ maxCount: 1 })),
        (texts, words) => {
          const parts = excerptOf(texts, words).map(({ text }) => text);
          const plain = parts.join("").replace(/^… | …$/g, "");
          expect(texts.length === 0 ? plain === "" : texts.some((text) => text.includes(plain))).toBe(true);
        },
      ),
    ));
});
