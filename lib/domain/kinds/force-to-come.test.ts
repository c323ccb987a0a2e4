/** How an agreement stands whose force changes on a day that is still to come, and where it was signed. */
import { expect, it } from "vitest";
import { type Acted, forceToCome, inForceOf, signedAtOf } from "./agreement-status";

const today = "2026-11-27";
type Row = [NonNullable<NonNullable<Acted["actions"]>[number]["action"]>, string?, string?];
const acted = (...rows: Row[]): Acted => ({
  actions: rows.map(([action, date, effective]) => ({
    party: "both",
    action,
    ...(date && { date }),
    ...(effective && { effective }),
  })),
});
const coming = (agreement: Acted) => forceToCome({ ...agreement, inForce: inForceOf(agreement) }, today);

it.each<[string, Acted, ReturnType<typeof coming>]>([
  [
    "enters into force next year",
    acted(["signature", "2026-05-01"], ["entry-into-force", "2027-01-01"]),
    { now: "no", then: "yes", date: "2027-01-01" },
  ],
  [
    "is denounced with effect from next year",
    acted(["entry-into-force", "1995"], ["denunciation", "2026-11-01", "2027-05-01"]),
    { now: "yes", then: "no", date: "2027-05-01" },
  ],
  [
    "ends next year, of whose force before nothing is said",
    acted(["termination", "2027"]),
    { now: "unknown", then: "no", date: "2027" },
  ],
  [
    "is in force and extended from next year",
    acted(["entry-into-force", "1990"], ["extension", "2027"]),
    null,
  ],
  [
    "enters into force next year and ends later",
    acted(["entry-into-force", "2027"], ["termination", "2030"]),
    { now: "no", then: "yes", date: "2027" },
  ],
  ["entered into force today", acted(["entry-into-force", "2026-11-27"]), null],
  ["entered into force this year, the day of which is not known", acted(["entry-into-force", "2026"]), null],
  ["has an entry into force without a day", acted(["entry-into-force"]), null],
  ["ended", acted(["entry-into-force", "1995"], ["termination", "2001"]), null],
  ["has no action", {}, null],
])("an agreement that %s", (_, agreement, found) => expect(coming(agreement)).toEqual(found));

it("says nothing to come where its force is stated otherwise", () => {
  const agreement = acted(["entry-into-force", "2027-01-01"]);
  expect(forceToCome({ ...agreement, inForce: "no" }, today)).toBeNull();
});

it("was signed where its signatures say so with one voice", () => {
  const signed = (...places: string[]): Acted => ({
    actions: places.map((place) => ({ party: "both", action: "signature", place })),
  });
  expect(signedAtOf(signed("Astana"))).toBe("Astana");
  expect(signedAtOf(signed("Astana", "Astana"))).toBe("Astana");
  expect(signedAtOf(signed("Astana", "Paris"))).toBeUndefined();
  expect(
    signedAtOf({ actions: [{ party: "both", action: "ratification", place: "Paris" }] }),
  ).toBeUndefined();
  expect(signedAtOf({})).toBeUndefined();
});
