import fc from "fast-check";
import { expect, it } from "vitest";
import { wordChanges } from "./word-changes";

const shown = (then: string, now: string) =>
  wordChanges(then, now)
    .map(({ text, in: side }) => (side === "both" ? text : `${side === "then" ? "-" : "+"}[${text}]`))
    .join("");

it("marks the words that went and those that came, and no others", () => {
  expect(shown("Talks on wheat and oil in Astana", "Talks on wheat, gas and oil in Almaty")).toBe(
    "Talks on -[wheat ]+[wheat, gas ]and oil in -[Astana]+[Almaty]",
  );
  expect(shown("", "A word")).toBe("+[A word]");
  expect(shown("The same", "The same")).toBe("The same");
});

it("keeps both texts whole, whatever they are", () => {
  const words = fc
    .array(fc.constantFrom("a", "b", " ", "\n", "año ", "Қазақстан", "😀"))
    .map((one) => one.join(""));
  fc.assert(
    fc.property(words, words, (then, now) => {
      const changes = wordChanges(then, now);
      const of = (side: "then" | "now") =>
        changes.flatMap((one) => (one.in === "both" || one.in === side ? one.text : [])).join("");
      expect([of("then"), of("now")]).toEqual([then, now]);
    }),
  );
});

it("shows long texts without comparing them for long", () => {
  const then = Array.from({ length: 12_000 }, (_, index) => `${index % 7}`).join(" ");
  const now = Array.from({ length: 12_000 }, (_, index) => `${index % 5}`).join(" ");
  const began = process.cpuUsage();
  expect(wordChanges(then, now).length).toBeGreaterThan(0);
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(500);
});
