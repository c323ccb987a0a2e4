/** What is asked of the times of a mission, and what lists of missions have every day and is not asked. */
import { describe, expect, it } from "vitest";
import { doubtsOf } from "../doubts";
import type { Held } from "../fields/field";
import { mission } from "./mission";

const context = { parties: ["CA", "GB"] as const, today: "2026-11-27" };
const asked = (values: Held) =>
  doubtsOf(mission, { sending: "CA", receiving: "GB", ...values }, context)
    .map(({ code }) => code)
    .filter((code) => code.startsWith("doubt.mission."));

const closures = (...spans: [string?, string?][]) =>
  spans.map(([closed, reopened], at) => ({ id: String(at), closed, reopened }));
const heads = (...spans: [string?, string?][]) =>
  spans.map(([from, to], at) => ({ id: String(at), name: `Head ${at}`, from, to }));

describe("asked of a mission:", () => {
  it.each<[string, Held, string]>([
    [
      "an interruption within another",
      { closures: closures(["1998", "2003"], ["2001", "2002"]) },
      "closuresOverlap",
    ],
    [
      "an interruption after its end",
      { opened: "2010", closed: "2015", closures: closures(["2016", "2017"]) },
      "closureOutside",
    ],
    ["a reopening before it opened", { opened: "2010", closures: closures([, "2008"]) }, "closureOutside"],
    ["a head who left before it opened", { opened: "2010", heads: heads(["1990", "2004"]) }, "headOutside"],
    ["a head who came after its end", { closed: "2015", heads: heads(["2017", "2018"]) }, "headOutside"],
    [
      "a head while it was closed",
      { closures: closures(["1998-01", "2003-01"]), heads: heads(["1999", "2000"]) },
      "headWhileClosed",
    ],
    [
      "a level before it opened",
      { opened: "1945", earlierTypes: [{ id: "1", type: "legation", from: "1943", to: "1945" }] },
      "levelOutside",
    ],
    [
      "a level after its end",
      { closed: "1945", earlierTypes: [{ id: "1", type: "legation", to: "1947" }] },
      "levelOutside",
    ],
    ["coordinates of another country", { latitude: "51.5", longitude: "76.889" }, "elsewhere"],
    ["latitude and longitude in each other's place", { latitude: "-0.12", longitude: "51.5" }, "elsewhere"],
    [
      "coordinates of the country that it is accredited to from another",
      { accreditedFrom: "RU", latitude: "51.5", longitude: "-0.12" },
      "elsewhere",
    ],
  ])("%s", (_, values, code) => expect(asked(values)).toEqual([`doubt.mission.${code}`]));
});

describe("not asked of the coordinates of a mission:", () => {
  it.each<[string, Held]>([
    ["in its country", { latitude: "51.5074", longitude: "-0.1278" }],
    ["on an island of it", { latitude: "60.15", longitude: "-1.15" }],
    ["overseas", { receiving: "FR", latitude: "4.93", longitude: "-52.33" }],
    [
      "where a country lies on both sides of the date line",
      { receiving: "US", latitude: "52.8", longitude: "173.1" },
    ],
    ["a country that was", { receiving: "YU", latitude: "0", longitude: "0" }],
    ["to an organisation", { type: "permanent-mission", latitude: "46.2", longitude: "6.1" }],
    ["half a pair", { latitude: "10" }],
  ])("%s", (_, values) => expect(asked(values)).toEqual([]));
});

describe("not asked of a mission:", () => {
  it.each<[string, Held]>([
    [
      "a level from its opening on",
      { opened: "1943", earlierTypes: [{ id: "1", type: "legation", from: "1943-05-01", to: "1945" }] },
    ],
    ["interruptions one after the other", { closures: closures(["1998", "1999"], ["2001", "2002"]) }],
    [
      "one that begins in the year in which another ended",
      { closures: closures(["1998", "2001"], ["2001"]) },
    ],
    ["one of which only the end is known", { closures: closures(["1998", "2003"], [, "2002"]) }],
    ["years alone that may agree", { opened: "2010", closed: "2015", closures: closures(["2010", "2015"]) }],
    ["a head named before it opened, who stayed", { opened: "2010-06", heads: heads(["2010-01", "2014"]) }],
    ["heads of whom only the beginning is known", { heads: heads(["2003"], ["2010"]) }],
    ["a head over an interruption", { closures: closures(["1998", "2003"]), heads: heads(["1997", "2005"]) }],
  ])("%s", (_, values) => expect(asked(values)).toEqual([]));
});
