import { expect, it } from "vitest";
import { mirrorOf } from "./mirror";

const sides = {
  parties: ["KZ", "MX"] as [string, string],
  predecessors: [{ country: "SU", side: "countryA" as const }],
};
const figures = (id: string, reporter: string, exportsA?: string, exportsB?: string, further = {}) => ({
  ...{ id, reporter, currency: "USD", exportsA, exportsB },
  ...further,
});

it("sets what each side counts going out beside what the other counts coming in", () => {
  const found = mirrorOf(
    [
      figures("one", "KZ", "100", "220", { valuationA: "FOB", valuationB: "CIF" }),
      figures("two", "MX", "112", "200", { valuationA: "CIF", valuationB: "FOB" }),
      figures("three", "third-source", "1", "1"),
    ],
    sides,
  );
  expect(found).toMatchObject([
    {
      from: "a",
      exporter: { id: "one", amount: "100" },
      importer: { id: "two", amount: "112" },
      ratio: 1.12,
    },
    { from: "b", exporter: { id: "two", amount: "200" }, importer: { id: "one", amount: "220" }, ratio: 1.1 },
  ]);
  expect(found?.map(({ expected }) => expected)).toEqual([
    { least: 1, most: 1.1 },
    { least: 1, most: 1.1 },
  ]);
});

it("expects equal figures of equal valuations, and compares neither currencies nor nothing", () => {
  const [one, other] = mirrorOf(
    [
      figures("one", "KZ", "100", "0", { valuationA: "FOB" }),
      figures("two", "MX", "90", undefined, { valuationA: "FOB" }),
    ],
    sides,
  )!;
  expect(one).toMatchObject({ ratio: 0.9, expected: { least: 1, most: 1 } });
  expect(other).toMatchObject({ ratio: null, exporter: { amount: undefined }, importer: { amount: "0" } });
  const inPesos = figures("two", "MX", "90", "1", { currency: "MXN" });
  expect(mirrorOf([figures("one", "KZ", "100", "1"), inPesos], sides)?.map(({ ratio }) => ratio)).toEqual([
    null,
    null,
  ]);
});

it("is none where a side does not report, or has two reporters", () => {
  expect(mirrorOf([figures("one", "KZ", "1"), figures("two", "not-stated", "1")], sides)).toBeNull();
  const three = [figures("one", "KZ", "1"), figures("two", "MX", "1"), figures("three", "SU", "1")];
  expect(mirrorOf(three, sides)).toBeNull();
});
