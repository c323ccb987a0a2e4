import { expect, test } from "vitest";
import { icalendar } from "./icalendar";

const site = { name: "Site", origin: "https://example.test" } as Parameters<typeof icalendar>[0];

test("a calendar says in itself what is to be known of it, and is otherwise without a description", () => {
  const event = { id: "a", day: "2027-01-14", summary: "Relations, 35 years", path: "/a-b" };
  const cut = icalendar(site, { name: "All", description: "Not all is here." }, [event]);
  expect(cut).toContain("X-WR-CALDESC:Not all is here.");
  expect(cut).toContain("DTSTART;VALUE=DATE:20270114");
  expect(icalendar(site, { name: "All" }, [event])).not.toContain("CALDESC");
});
