import { expect, test } from "vitest";
import type { Viewed } from "../frame/setting";
import { toldWithMissions } from "./told-with-missions";

const event = (id: string, type: string, date: string) =>
  ({ id, kind: "event", slug: id, values: { type, date } }) as Viewed<"event">;
const mission = (id: string, opened: string, closed?: string): Viewed<"mission"> => ({
  id,
  kind: "mission",
  slug: id,
  values: { opened, closed },
});

test("an event that is the opening or closing of one mission is told with it", () => {
  const events = [
    event("opened", "mission-opened", "2016"),
    event("closed", "mission-closed", "2019-05"),
    // Another year, another type, and a date that two missions share.
    event("later", "mission-opened", "2017"),
    event("fair", "participation", "2016"),
    event("both", "mission-opened", "2000"),
  ];
  const missions = [mission("a", "2016"), mission("b", "2000", "2019-05"), mission("c", "2000")];
  // A mission may be named twice.
  expect([...toldWithMissions(events, [...missions, mission("a", "2016")])]).toEqual(["opened", "closed"]);
  expect(toldWithMissions(events, []).size).toBe(0);
});
