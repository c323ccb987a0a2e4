/** Who reports, by name and in running words. */
import { expect, it } from "vitest";
import { reportedAs, reporterName } from "./reporter";
import { statesBesides } from "./trading-states";

const word = (choice: string) => `[${choice}]`;

it.each([
  [{ reporter: "US" }, "United States", "the United States", "named"],
  [{ reporter: "KZ" }, "Kazakhstan", "Kazakhstan", "named"],
  [{ reporter: "third-source" }, "[third-source]", "[third-source]", "third"],
  [{ reporter: "third-source", sourceName: "UN Comtrade" }, "UN Comtrade", "UN Comtrade", "named"],
  [{ reporter: "not-stated" }, "[not-stated]", "[not-stated]", "unstated"],
  [{}, "[not-stated]", "[not-stated]", "unstated"],
])("of %j", (reported, name, inText, as) => {
  expect(reporterName(reported, "en", word)).toBe(name);
  expect(reportedAs(reported, "en", word)).toEqual({ reporter: as, name: inText });
});

it("the states besides it are named in running words", () => {
  expect(statesBesides({ predecessorA: "DD", predecessorB: "SU", reporter: "SU" }, "en")).toEqual([
    "the German Democratic Republic",
  ]);
});
