import { expect, test } from "vitest";
import { parseRecord } from "../record";
import { tradeYear } from "./trade-year";

const context = { parties: ["KZ", "MX"] as const };
const read = (typed: Record<string, string>) => {
  const whole = { year: "2008", currency: "USD", total: "1", ...typed };
  const { values, problems } = parseRecord(tradeYear, whole, context, "draft");
  return {
    reporter: values.reporter,
    sourceName: values.sourceName,
    codes: problems.map(({ path, code }) => `${path}: ${code}`),
  };
};

test.each([
  "IMF",
  "UN Comtrade",
  "UN-Comtrade",
  "World Bank (WITS)",
  "Eurostat",
  "the OECD",
  "IMF, DOTS",
  "МВФ",
])("%s in the place of a reporter is a third source of that name", (reporter) =>
  expect(read({ reporter })).toMatchObject({ reporter: "third-source", sourceName: reporter, codes: [] }),
);

test.each(["Kazahkstan", "Atlantis", "Ministry of Economy", "Unicomtradeland", "Italy"])(
  "%s there is none, and is refused",
  (reporter) => {
    const { codes, reporter: kept } = read({ reporter });
    expect(codes.some((code) => code.startsWith("reporter: country."))).toBe(true);
    expect(kept).toBeUndefined();
  },
);

test("a source that is named besides is not written over", () =>
  expect(read({ reporter: "IMF", sourceName: "Direction of Trade Statistics" }).codes).not.toEqual([]));
