import { describe, expect, test } from "vitest";
import messages from "@/messages/en.json";
import { dateWords } from "../frame/date-text";
import { yearFraction } from "./year-line";
import { goingOn, lanesOf } from "./lanes";
import type { Viewed } from "../frame/setting";

const setting = {
  parties: ["KZ", "MX"] as [string, string],
  predecessors: [],
  locale: "en",
  slug: "kazakhstan-mexico",
  checkedAt: "2026-01-01",
};
const words = {
  lane: (list: string) => list,
  of: () => ({ say: (key: string) => key, choice: (key: string) => key }),
  dates: dateWords((key) => (messages.dates as Record<string, string>)[key]!),
};
const mission = (id: string, values: object): Viewed<"mission"> => ({
  id,
  kind: "mission",
  slug: id,
  values: { sending: "KZ", receiving: "MX", type: "embassy", city: "Mexico City", ...values },
});
const event = (id: string, date: string, citations: object[] = []) =>
  ({ id, kind: "event", slug: id, values: { title: id, type: "other", date, citations } }) as Viewed<"event">;

function itemsOf(
  kind: "mission" | "event",
  records: Viewed<typeof kind>[],
  besides: Parameters<typeof lanesOf>[5],
) {
  const tally = {
    kind,
    country: kind === "mission" ? "KZ" : null,
    years: [{ year: 2016, count: 1 }],
    undated: 0,
  };
  const [lane] = lanesOf([tally], { [kind]: records }, setting, "2026-11-27", words, besides);
  if (lane?.shows !== "marks") throw new Error("no marks");
  return lane.items;
}

describe("a lane's marks", () => {
  test("know what goes on as far as its own dates and sources tell, whatever else the dossier tells of", () => {
    const missions = [
      mission("by its source", { opened: "1980" }),
      mission("by its head", { opened: "1980", heads: [{ name: "A head", from: "2003-05-01" }] }),
      mission("by its opening", { opened: "2016" }),
      mission("closed", { opened: "1980", closed: "1990" }),
    ];
    expect(goingOn(missions)).toEqual(["by its source", "by its head", "by its opening"]);
    const reaches = new Map([["by its source", "1994-12-31"]]);
    const known = itemsOf("mission", missions, { reaches }).map((one) => [one.id, one.known]);
    expect(known).toEqual([
      ["by its source", 1995],
      ["by its head", yearFraction("2003-05-01", 1)],
      ["by its opening", yearFraction("2016-01-01", 1)],
      ["closed", 1991],
    ]);
  });

  test("are not those of events that are told with a visit, and say of which date a source differs", () => {
    const events = [
      event("plans", "2014-09"),
      event("disputed", "2015-05", [{ source: "s", supports: ["date"], states: "2015-06" }]),
      event("agreed", "2016", [{ source: "s", supports: ["title"], states: "Another title" }]),
    ];
    const items = itemsOf("event", events, { hosts: new Map([["plans", "a visit"]]) });
    expect(items.map(({ id, isDisputed }) => [id, isDisputed])).toEqual([
      ["disputed", true],
      ["agreed", false],
    ]);
  });
});
