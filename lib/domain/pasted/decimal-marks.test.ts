import { describe, expect, it } from "vitest";
import { kindOf } from "../kinds/registry";
import { parseRecord, readableIn } from "../record";
import { recordsIn } from "./records";

const parties = ["DE", "FR"] as const;
const every = { values: { reporter: "FR", currency: "EUR" }, source: null };

/** What the cells of two columns of amounts are published as; of one that is refused the code. */
function amounts(rows: string[][], unit = "EUR billion"): unknown[][] {
  const table = {
    paths: ["year", "exportsA", "exportsB"],
    units: ["", unit, unit],
    orders: [],
    rows: rows.map((row, at) => [String(2012 + at), ...row]),
  };
  return recordsIn(kindOf("tradeYear"), table, every, (word) => word).map(({ typed }) => {
    const values = readableIn(kindOf("tradeYear"), typed, { parties });
    const { problems } = parseRecord(kindOf("tradeYear"), typed, { parties }, "draft");
    return ["exportsA", "exportsB"].map(
      (key) => values[key] ?? problems.find(({ path }) => path === key)?.code ?? null,
    );
  });
}

describe("a mark with three digits behind it", () => {
  it.each<[string, string[][], unknown[][], string?]>([
    [
      "is a decimal comma where other cells of the column have one",
      [
        ["102,911", "64,035"],
        ["99,25", "63,489"],
        ["100,58", "66,7"],
      ],
      [
        ["102911000000", "64035000000"],
        ["99250000000", "63489000000"],
        ["100580000000", "66700000000"],
      ],
    ],
    [
      "is one where the other columns of amounts show it",
      [["102,911", "66,7"]],
      [["102911000000", "66700000000"]],
    ],
    [
      "is a decimal point where the column has points",
      [
        ["1.234", ""],
        ["2.5", ""],
      ],
      [
        ["1234000000", null],
        ["2500000000", null],
      ],
    ],
    [
      "makes groups where the other mark is the column's decimal one",
      [
        ["1,234", "1.234"],
        ["2.5", "2,5"],
      ],
      [
        ["1234000000", "1234000000"],
        ["2500000", "2500000"],
      ],
      "EUR million",
    ],
    [
      "makes groups where a longer number of the column has the same",
      [
        ["1.234", ""],
        ["1.234.567", ""],
      ],
      [
        ["1234000", null],
        ["1234567000", null],
      ],
      "EUR thousand",
    ],
    [
      "is asked where cells contradict each other",
      [
        ["1,234", ""],
        ["2.5", ""],
        ["2,5", ""],
      ],
      [
        ["decimal.ambiguous", null],
        ["2500000", null],
        ["2500000", null],
      ],
      "EUR million",
    ],
    [
      "makes groups, as in English, where nothing shows it",
      [["1,234", ""]],
      [["1234000000", null]],
      "EUR million",
    ],
    [
      "is asked where nothing shows it and groups would make trillions",
      [["102,911", ""]],
      [["decimal.ambiguous", null]],
    ],
    [
      "is proved by figures with a mark of their standing, and not by what is no amount",
      [
        ["102,911p", "see 1.5"],
        ["99,25 (e)", ""],
      ],
      [
        ["102911000000", "decimal.notANumber"],
        ["99250000000", null],
      ],
    ],
  ])("%s", (_, rows, read, unit) => expect(amounts(rows, unit)).toEqual(read));
});
