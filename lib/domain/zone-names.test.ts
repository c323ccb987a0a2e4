import { expect, it } from "vitest";
import { localTimeAt, readLocalTime } from "./local-time";
import { zoneName, zoneNames } from "./zone-names";

it.each([
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Asia/Rangoon", "Asia/Yangon"],
  ["Asia/Almaty", "Asia/Almaty"],
  ["UTC", "UTC"],
])("calls %s %s", (zone, name) => expect(zoneName(zone)).toBe(name));

it("each zone of today is one whose clocks can be read, as those of its old name are", () => {
  const old = Intl.supportedValuesOf("timeZone");
  expect(zoneNames()).toHaveLength(old.length);
  for (const zone of old) {
    const moments = [zone, zoneName(zone)].map((name) =>
      ["2026-01-15", "2026-07-15"].map((day) => readLocalTime({ day, time: "09:00", zone: name })),
    );
    expect(moments[1], zone).toEqual(moments[0]);
    expect(moments[0]).toContainEqual(expect.objectContaining({ ok: true }));
  }
});

it("a form is offered the name of today for a zone that was told by its old one", () =>
  expect(localTimeAt(new Date("2026-12-03T04:00:00Z"), "Asia/Calcutta")).toEqual({
    ...{ day: "2026-12-03", time: "09:30" },
    zone: "Asia/Kolkata",
  }));
