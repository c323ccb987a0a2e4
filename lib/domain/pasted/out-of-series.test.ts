import { expect, it } from "vitest";
import { kindOf } from "../kinds/registry";
import { outOfSeriesIn } from "./out-of-series";

const tradeYear = kindOf("tradeYear");

/** By record, the fields of the amounts that are doubted. */
const doubted = (years: [year: number, exportsA: string, other?: Record<string, string>][]) =>
  outOfSeriesIn(
    tradeYear,
    years.map(([year, exportsA, other]) => ({
      title: `Trade in ${year}`,
      values: { year, reporter: "FR", currency: "EUR", exportsA, ...other },
    })),
  ).map((doubts) => doubts.map(({ path }) => path));

it.each<[string, Parameters<typeof doubted>[0], string[][]]>([
  [
    "the one of three that is off",
    [
      [2012, "102911000"],
      [2013, "99250"],
      [2014, "100580"],
    ],
    [["exportsA"], [], []],
  ],
  [
    "it wherever it stands",
    [
      [2013, "99250"],
      [2014, "100"],
      [2012, "102911"],
    ],
    [[], ["exportsA"], []],
  ],
  [
    "none of amounts that grow over the years",
    Array.from({ length: 20 }, (_, at) => [1950 + at, String(2 ** at)]),
    Array.from({ length: 20 }, () => []),
  ],
  [
    "none of other currencies or reporters",
    [
      [2012, "102911000", { currency: "KZT" }],
      [2013, "99250"],
      [2014, "9", { reporter: "DE" }],
    ],
    [[], [], []],
  ],
  ["none of a record alone", [[2012, "102911000"]], [[]]],
])("doubts %s", (_, years, paths) => expect(doubted(years)).toEqual(paths));

it("says which record is otherwise, and nothing of a kind without a series", () => {
  const values = { year: 2012, currency: "EUR" };
  const records = [
    { title: "First", values: { ...values, total: "5000000" } },
    { title: "Second", values: { ...values, year: 2013, total: "5000" } },
    { title: "Third", values: { ...values, year: 2014, total: "6000" } },
  ];
  expect(outOfSeriesIn(tradeYear, records)[0]).toEqual([
    {
      path: "total",
      code: "doubt.trade.outOfScale",
      params: { title: "Second", amount: "5,000" },
      about: "5000000",
    },
  ]);
  expect(outOfSeriesIn(kindOf("event"), records)).toEqual([[], [], []]);
});
