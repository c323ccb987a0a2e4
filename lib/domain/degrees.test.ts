import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { kindOf } from "./kinds/registry";
import { type Axis, pairOfDegrees, readDegrees } from "./degrees";
import { parseRecord } from "./record";

const read: [typed: string, axis: Axis, degrees: string][] = [
  ["51.1694", "latitude", "51.1694"],
  ["51,1694", "latitude", "51.1694"],
  ["51,169", "latitude", "51.169"],
  ["-0,1278", "longitude", "-0.1278"],
  ["−99.1332", "longitude", "-99.1332"],
  ["+19.43", "latitude", "19.43"],
  ["51.1694°", "latitude", "51.1694"],
  ["51,1694 ° N", "latitude", "51.1694"],
  ["N 51.1694", "latitude", "51.1694"],
  ["33.45 S", "latitude", "-33.45"],
  ["99.1332° West", "longitude", "-99.1332"],
  ["51°10′10″N", "latitude", "51.169444444"],
  ["51° 10' 10\" N", "latitude", "51.169444444"],
  ["51º10’10”N", "latitude", "51.169444444"],
  ["51°10'10''N", "latitude", "51.169444444"],
  ["51°10′10,5″N", "latitude", "51.169583333"],
  ["51°10.166′N", "latitude", "51.169433333"],
  ["51 10 10 N", "latitude", "51.169444444"],
  ["51:10:10", "latitude", "51.169444444"],
  ["51d10m10s", "latitude", "51.169444444"],
  ["51 10 10 s", "latitude", "-51.169444444"],
  ["33d26m S", "latitude", "-33.433333333"],
  ["S33°26′", "latitude", "-33.433333333"],
  ["-33°26′", "latitude", "-33.433333333"],
  ["0°7′39″W", "longitude", "-0.1275"],
  ["51° 10′ с. ш.", "latitude", "51.166666667"],
  ["71°26′ в.д.", "longitude", "71.433333333"],
  ["٥١٫١٦", "latitude", "51.16"],
  ["0", "longitude", "0"],
  ["0 S", "latitude", "0"],
];

const refused: [typed: string, axis: Axis, problem: string][] = [
  ["51°60′N", "latitude", "degrees.unreadable"],
  ["51°10′60″N", "latitude", "degrees.unreadable"],
  ["51.5°10′N", "latitude", "degrees.unreadable"],
  ["-51 N", "latitude", "degrees.unreadable"],
  ["51 N S", "latitude", "degrees.unreadable"],
  ["north", "latitude", "degrees.unreadable"],
  ["51.1.2", "latitude", "degrees.unreadable"],
  ["1e2", "latitude", "degrees.unreadable"],
  ["10 E", "latitude", "degrees.otherAxis"],
  ["51 N", "longitude", "degrees.otherAxis"],
  ["51.1694, 10.4515", "latitude", "degrees.unreadable"],
  [`51${" ".repeat(200)}N`, "latitude", "degrees.unreadable"],
];

const pairs: [typed: string, latitude: string, longitude: string][] = [
  ["51.1694, 10.4515", "51.1694", "10.4515"],
  ["51.1694,10.4515", "51.1694", "10.4515"],
  ["51.1694 10.4515", "51.1694", "10.4515"],
  ["51,1694; 10,4515", "51,1694", "10,4515"],
  ["51,1694, 10,4515", "51,1694", "10,4515"],
  ["51,1694 10,4515", "51,1694", "10,4515"],
  ["51,1694 / -10,4515", "51,1694", "-10,4515"],
  ["(19.4326, -99.1332)", "19.4326", "-99.1332"],
  ["geo:19.4326,-99.1332", "19.4326", "-99.1332"],
  ["-99.1332, 19.4326", "19.4326", "-99.1332"],
  ["Point(10.4515 51.1694)", "51.1694", "10.4515"],
  ["51°10′10″N 10°27′5″E", "51°10'10\"N", "10°27'5\"E"],
  ["10°27′5″E, 51°10′10″N", "51°10'10\"N", "10°27'5\"E"],
  ["N 51.1694 E 10.4515", "N 51.1694", "E 10.4515"],
  ["51° 10′ 10″ N, 10° 27′ 5″ E", "51° 10' 10\" N", "10° 27' 5\" E"],
  ["51,1694,10,4515", "51,1694", "10,4515"],
  ["51, 10", "51", "10"],
];

describe("coordinates", () => {
  test.each(read)("%s as a %s are %s", (typed, axis, degrees) =>
    expect(readDegrees(typed, axis)).toEqual({ ok: true, degrees }),
  );

  test.each(refused)("%s is no %s: %s", (typed, axis, problem) =>
    expect(readDegrees(typed, axis)).toMatchObject({ ok: false, problem }),
  );

  it("asks of an O whether it is west or east", () => {
    expect(readDegrees("99°8′ O", "longitude")).toMatchObject({
      problem: "decimal.ambiguous",
      choices: ["99.133333333", "-99.133333333"],
    });
  });

  test.each(pairs)("%s are %s and %s", (typed, latitude, longitude) =>
    expect(pairOfDegrees(typed)).toEqual({ latitude, longitude }),
  );

  test.each([
    "51.1694",
    "51,16",
    "51 10 N",
    "51,16,10",
    "1, 2, 3",
    "91, 181",
    "51 10 10 10",
    "a, b",
    ",",
    "",
  ])("%j is no pair", (typed) => expect(pairOfDegrees(typed)).toBeNull());

  it("are never more than a circle round, whatever is typed", () => {
    const piece = fc.constantFrom(..."0 5 51 99 180 . , ° ' \" N S E W O - + ; : ( )".split(" "), " ");
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 14 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const pair = pairOfDegrees(typed);
        if (!pair) return;
        expect(readDegrees(pair.latitude, "latitude")).not.toMatchObject({ problem: "degrees.unreadable" });
        expect(readDegrees(pair.longitude, "longitude")).not.toMatchObject({ problem: "degrees.unreadable" });
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a mission's coordinates", () => {
  const parsed = (typed: { latitude?: string; longitude?: string }) =>
    parseRecord(kindOf("mission"), typed, { parties: ["KZ", "MX"] }, "draft");

  it.each([
    [{ latitude: "51,1694", longitude: "71,449" }, "51.1694", "71.449"],
    [{ latitude: "51,16", longitude: "71,45" }, "51.16", "71.45"],
    [{ latitude: "51°10′10″N", longitude: "71°26′46″E" }, "51.169444", "71.446111"],
    [{ latitude: "51.1694, 71.449", longitude: "" }, "51.1694", "71.449"],
    [{ longitude: "51°10′10″N 71°26′46″E" }, "51.169444", "71.446111"],
  ])("of %j are rounded to six decimals, in both fields", (typed, latitude, longitude) => {
    expect(parsed(typed)).toMatchObject({ values: { latitude, longitude }, problems: [] });
  });

  it.each([
    [{ latitude: "51.1694, 71.449", longitude: "70" }, "latitude", "degrees.pair"],
    [{ latitude: "north", longitude: "70" }, "latitude", "degrees.unreadable"],
    [{ latitude: "70 E", longitude: "70" }, "latitude", "degrees.otherAxis"],
    [{ latitude: "90°0′1″N", longitude: "70" }, "latitude", "number.outside"],
    [{ latitude: "5", longitude: "70 O" }, "longitude", "decimal.ambiguous"],
  ])("of %j are refused with words for it", (typed, path, code) => {
    // The other is not blamed for it.
    expect(parsed(typed).problems).toEqual([expect.objectContaining({ path, code })]);
  });
});
