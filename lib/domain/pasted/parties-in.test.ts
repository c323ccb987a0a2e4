import { expect, test } from "vitest";
import { partiesIn } from "./parties-in";

test("a name that two countries share is that of the dossier's among parties, also of a body", () => {
  const countries = ["KR", "MX"];
  expect(partiesIn("Korea; Mexico", countries)).toMatchObject([{ party: "KR" }, { party: "MX" }]);
  expect(partiesIn("Government of Korea; Mexico", countries)).toMatchObject([
    { party: "KR", body: "Government" },
    { party: "MX" },
  ]);
  expect(partiesIn("Korea; Mexico")).toMatchObject([{ name: "Korea" }, { party: "MX" }]);
});
