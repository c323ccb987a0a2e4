import { describe, expect, it } from "vitest";
import { visit } from "./kinds/visit";
import { kindKeys, kindOf } from "./kinds/registry";
import { namedAs, namesPeople, withPerson } from "./named-people";

const [ana, ben] = ["01890000-0000-7000-8000-00000000000a", "01890000-0000-7000-8000-00000000000b"];
const person = { id: ana, names: ["Ana Ruiz", "Ана Руис"], country: "MX" };
const kind = kindOf("visit");
const sides = { from: "MX", to: "KZ" };

describe("as what a record names a person", () => {
  it("tells each place in the order of the fields, with the name and the office that stand there", () => {
    const values = {
      ...{ ...sides, visitor: "A. Ruiz", visitorPerson: ana, office: "Minister" },
      delegation: [{ name: "Ben", person: ben }],
      meetings: [{ host: "Ben" }, { host: "Ana", hostPerson: ana, office: "Adviser" }],
    };
    expect(namedAs(kind, values, ana)).toEqual([
      { field: "visitorPerson", name: "A. Ruiz", office: "Minister" },
      { field: "meetings", name: "Ana", office: "Adviser" },
    ]);
    expect(namedAs(kind, values, ben)).toEqual([{ field: "delegation", name: "Ben", office: null }]);
  });
});

describe("a plain name", () => {
  it.each<[string, object, object | null]>([
    ["the visitor's", { visitor: "Ana Ruiz" }, { visitor: "Ana Ruiz", visitorPerson: ana }],
    ["in another script", { visitor: "АНА  РУИС" }, { visitor: "АНА  РУИС", visitorPerson: ana }],
    ["a longer one", { visitor: "Ana Ruiz Gómez" }, null],
    ["of the other country", { visitor: "Ana Ruiz", from: "KZ", to: "MX" }, null],
    ["of no country yet", { visitor: "Ana Ruiz", from: undefined }, null],
    ["said of another person", { visitor: "Ana Ruiz", visitorPerson: ben }, null],
    [
      "a host's, who is of the country visited",
      { from: "KZ", to: "MX", meetings: [{ id: "1", host: "Ana Ruiz" }, { host: "Ben" }] },
      { from: "KZ", to: "MX", meetings: [{ id: "1", host: "Ana Ruiz", hostPerson: ana }, { host: "Ben" }] },
    ],
    ["a host's of the other country", { meetings: [{ host: "Ana Ruiz" }] }, null],
    [
      "a delegate's",
      { delegation: [{ name: "ana ruiz" }] },
      { delegation: [{ name: "ana ruiz", person: ana }] },
    ],
    [
      "a delegate's of a third country",
      { from: "KZ", to: "US", delegation: [{ name: "Ana Ruiz", country: "MX" }] },
      { from: "KZ", to: "US", delegation: [{ name: "Ana Ruiz", country: "MX", person: ana }] },
    ],
    ["a delegate's of another country", { delegation: [{ name: "Ana Ruiz", country: "US" }] }, null],
  ])("%s", (_, values, linked) => {
    expect(withPerson(kind, { ...sides, ...values }, person)).toEqual(linked && { ...sides, ...linked });
  });
});

it("is known of visits, and not of kinds that name no one", () => {
  expect(namesPeople(visit)).toBe(true);
  expect(kindKeys.filter((key) => namesPeople(kindOf(key)))).not.toContain("tradeYear");
});
