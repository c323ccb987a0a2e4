/** Who reports, by name and in running words. */
import { expect, it } from "vitest";
import { reporterInText, reporterName } from "./reporter";
import { statesBesides } from "./trading-states";

const word = (choice: string) => `[${choice}]`;

it.each([
  [{ reporter: "US" }, "United States", "the United States"],
  [{ reporter: "KZ" }, "Kazakhstan", "Kazakhstan"],
  [{ reporter: "third-source" }, "[third-source]", "[third-source]"],
  [{ reporter: "third-source", sourceName: "UN Comtrade" }, "UN Comtrade", "UN Comtrade"],
  [{}, "[not-stated]", "[not-stated]"],
])("of %j", (reported, name, inText) => {
  expect(reporterName(reported, "en", word)).toBe(name);
  expect(reporterInText(reported, "en", word)).toBe(inText);
});

it("the states besides it are named in running words", () => {
  expect(statesBesides({ predecessorA: "DD", predecessorB: "SU", reporter: "SU" }, "en")).toEqual([
    "the German Democratic Republic",
  ]);
});
