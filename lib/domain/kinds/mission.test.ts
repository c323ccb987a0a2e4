/** Entries of lists of missions as ministries print them, each with what the record makes of it. */
import { describe, expect, it } from "vitest";
import words from "@/messages/kinds/mission.en.json";
import { keptCopy } from "../kept-copy";
import type { Typed } from "../fields/field";
import { project } from "../projection";
import { parseRecord } from "../record";
import { headOf, mission, missionTypes } from "./mission";

const context = { parties: ["CA", "GB"] as const };
const source = "01890a5d-ac96-774b-bcce-b302099a8057";
const least: Typed = {
  sending: "CA",
  receiving: "GB",
  type: "high-commission",
  city: "London",
  citations: [{ source }],
};

function read(typed: Typed) {
  const { values, problems } = parseRecord(mission, { ...least, ...typed }, context, "publish");
  const codes = problems.map(({ path, code }) => `${path.replace(/\/[0-9a-f-]{36}\//, "/0/")}: ${code}`);
  return { values, codes };
}

describe("an entry of a list of missions", () => {
  it.each<[string, Typed, Record<string, unknown>]>([
    ["a high commission", {}, { type: "high-commission" }],
    ["a permanent mission", { type: "permanent-mission" }, { type: "permanent-mission" }],
    ["a legation", { type: "legation" }, { type: "legation" }],
    [
      "an embassy that was a legation first",
      { type: "embassy", earlierTypes: [{ type: "legation", from: "1945", to: "17 April 1953" }] },
      {
        type: "embassy",
        earlierTypes: [expect.objectContaining({ type: "legation", from: "1945", to: "1953-04-17" })],
      },
    ],
    ["a trade office", { type: "trade-office" }, { type: "trade-office" }],
    ["a cultural institute", { type: "cultural-institute" }, { type: "cultural-institute" }],
    ["a liaison office", { type: "liaison-office" }, { type: "liaison-office" }],
    ["accredited from a third country", { accreditedFrom: "BE" }, { accreditedFrom: "BE" }],
    ["accredited from its own capital", { accreditedFrom: "CA", city: "Ottawa" }, { accreditedFrom: "CA" }],
    [
      "coordinates with nine decimals, rounded",
      { latitude: "51.507351234", longitude: "-0.127758456" },
      { latitude: "51.507351", longitude: "-0.127758" },
    ],
    [
      "coordinates that round up to a whole degree",
      { latitude: "51.9999999", longitude: "-179.9999996" },
      { latitude: "52", longitude: "-180" },
    ],
    ["coordinates as they stand", { latitude: "51.5", longitude: "0" }, { latitude: "51.5", longitude: "0" }],
    [
      "heads over time",
      {
        heads: [
          { name: "Ana Pérez", from: "2014-09", to: "2018" },
          { name: "Bea Ruiz", title: "chargé d’affaires", from: "2018" },
        ],
      },
      {
        heads: [
          expect.objectContaining({ to: "2018" }),
          expect.objectContaining({ title: "chargé d’affaires" }),
        ],
      },
    ],
    [
      "a move between cities",
      { earlierSeats: [{ city: "Bonn", address: "Godesberger Allee", to: "1999" }] },
      { earlierSeats: [expect.objectContaining({ city: "Bonn" })] },
    ],
    [
      "a closure and a reopening",
      { opened: "1961", closures: [{ closed: "1982-04", reopened: "1990-02" }] },
      { closures: [expect.objectContaining({ reopened: "1990-02" })] },
    ],
    ["a reopening alone", { closures: [{ reopened: "1990" }] }, { closures: [expect.anything()] }],
    [
      "a consular district, telephone and e-mail",
      { district: "England and Wales", phone: "+44 20 7004 6000", email: "ldn@international.gc.ca" },
      { district: "England and Wales", phone: "+44 20 7004 6000", email: "ldn@international.gc.ca" },
    ],
  ])("%s", (_, typed, right) => {
    const { values, codes } = read(typed);
    expect(codes).toEqual([]);
    expect(values).toMatchObject(right);
  });

  it.each<[string, Typed, string]>([
    [
      "accreditation from where it is accredited to",
      { accreditedFrom: "GB" },
      "accreditedFrom: mission.accreditedFromParty",
    ],
    [
      "a head who left before coming",
      { heads: [{ name: "A", from: "2018", to: "2014" }] },
      "heads/0/to: mission.endsBeforeItBegins",
    ],
    [
      "a reopening before the closure",
      { closures: [{ closed: "1990", reopened: "1982" }] },
      "closures/0/reopened: mission.reopenedBeforeClosed",
    ],
    [
      "a level that ended before it began",
      { earlierTypes: [{ type: "legation", from: "1945", to: "1943" }] },
      "earlierTypes/0/to: mission.endsBeforeItBegins",
    ],
    ["a level that is none", { earlierTypes: [{ to: "1943" }] }, "earlierTypes/0/type: required"],
    ["a head without a name", { heads: [{ title: "consul" }] }, "heads/0/name: required"],
    ["an e-mail address that is none", { email: "the embassy" }, "email: mission.email"],
    ["a latitude beyond the pole", { latitude: "90.1", longitude: "0" }, "latitude: number.outside"],
  ])("refuses %s", (_, typed, code) => {
    expect(read(typed).codes).toContain(code);
  });
});

it("reads right wherever it is named: in titles, addresses, lists, search and on its page", () => {
  const { values } = read({ heads: [{ name: "Ana Pérez", title: "acting" }] });
  const { title, searchText } = project(mission, values);
  expect(title).toBe("High Commission of Canada in London");
  expect(mission.sluggedBy(values)).toEqual(["Canada", "high-commission", "London"]);
  expect(words.choices["high-commission"]).toBe("High Commission");
  expect(searchText).toContain("Ana Pérez");
});

it.each(missionTypes)("is titled as readers have the word for a mission of type %s", (type) => {
  const named = type === "other" ? words.page.ofOtherType : words.choices[type];
  expect(mission.titledBy({ ...least, type })).toBe(`${named} of Canada in London`);
});

it("is headed by the last who has not left", () => {
  const heads = [{ name: "A", to: "2014" }, { name: "B" }, { name: "C", to: "2020" }];
  const day = "2026-11-27";
  expect(headOf({ heads }, day)).toEqual({ name: "B" });
  expect(headOf({ heads, closed: "9999" }, day)).toEqual({ name: "B" });
  expect(headOf({ heads, closed: "2015" }, day)).toBeUndefined();
  expect(headOf({ heads: [{ name: "A", to: "2014" }] }, day)).toBeUndefined();
  expect(headOf({}, day)).toBeUndefined();
  // Of an earlier day by the one of that day, and of today by no one who is still to come.
  const [first, second, next] = [
    { name: "A", to: "2014" },
    { name: "B", from: "2014", to: "2027-03" },
    { name: "C", from: "2027-04" },
  ];
  expect(headOf({ heads: [first!, second!, next!] }, "2013-05-01")).toEqual(first);
  expect(headOf({ heads: [first!, second!, next!] }, day)).toEqual(second);
});

it("has its one head of before as the first of its heads, in what earlier versions wrote", () => {
  const old = {
    city: "London",
    head: "Ana Pérez",
    citations: [
      { source, field: "head" },
      { source, field: "city" },
    ],
  };
  const now = {
    city: "London",
    heads: [{ name: "Ana Pérez" }],
    citations: [
      { source, supports: ["heads"] },
      { source, supports: ["city"] },
    ],
  };
  expect(keptCopy("mission", old)).toEqual(now);
  expect(keptCopy("mission", now)).toEqual(now);
});
