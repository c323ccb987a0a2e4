import { expect, it } from "vitest";
import { localTimeAt, readLocalTime } from "./local-time";

const at = (day: string, time: string, zone: string) => {
  const read = readLocalTime({ day, time, zone });
  return read.ok ? read.at.toISOString() : read.code;
};

it.each([
  ["2026-12-03", "09:00", "Asia/Almaty", "2026-12-03T04:00:00.000Z"],
  ["2026-12-03", "09:00:00", "America/Mexico_City", "2026-12-03T15:00:00.000Z"],
  ["2026-07-03", "00:00", "UTC", "2026-07-03T00:00:00.000Z"],
  // Clocks go from two to three there in that night.
  ["2027-03-28", "02:30", "Europe/Berlin", "schedule.skipped"],
  ["2027-03-28", "03:00", "Europe/Berlin", "2027-03-28T01:00:00.000Z"],
  // And from three to two in that one: the first half past two is meant.
  ["2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ["2026-02-30", "09:00", "UTC", "schedule.noDay"],
  ["3 December", "09:00", "UTC", "schedule.noDay"],
  ["2026-12-03", "24:00", "UTC", "schedule.noTime"],
  ["2026-12-03", "9", "UTC", "schedule.noTime"],
  ["2026-12-03", "09:00", "Mars/Olympus", "schedule.noZone"],
  ["2026-12-03", "09:00", "", "schedule.noZone"],
])("reads %s %s in %s", (day, time, zone, moment) => {
  expect(at(day, time, zone)).toBe(moment);
});

it("shows a moment on the clocks of a place, and in UTC where there is no such place", () => {
  const moment = new Date("2026-12-03T04:00:00Z");
  expect(localTimeAt(moment, "Asia/Almaty")).toEqual({
    day: "2026-12-03",
    time: "09:00",
    zone: "Asia/Almaty",
  });
  expect(localTimeAt(moment, "Mars/Olympus")).toMatchObject({ time: "04:00", zone: "UTC" });
});
