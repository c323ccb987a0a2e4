import { describe, expect, it } from "vitest";
import { kindOf } from "../kinds/registry";
import { parseRecord, readableIn } from "../record";
import { decimalMarks, type Mark } from "./decimal-marks";
import { recordsIn } from "./records";

const parties = ["DE", "FR"] as const;
const every = { values: { reporter: "FR", currency: "EUR" }, source: null };

type Told = readonly (Mark | null)[];

const marksOf = (rows: string[][], told: Told = []) =>
  decimalMarks([[], rows.map(([a = ""]) => a), rows.map(([, b = ""]) => b)], [null, ...told]);

/** What the cells of two columns of amounts are published as; of one that is refused the code. */
function amounts(rows: string[][], unit = "EUR billion", told: Told = []): unknown[][] {
  const table = {
    paths: ["year", "exportsA", "exportsB"],
    units: ["", unit, unit],
    orders: [],
    marks: marksOf(rows, told).map((found) => found?.mark ?? null),
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
    ["is asked where nothing shows it", [["1,234", ""]], [["decimal.ambiguous", null]], "EUR million"],
    [
      "is asked where whole numbers show nothing",
      [
        ["102,911", "1.234"],
        ["5", "23"],
      ],
      [
        ["decimal.ambiguous", "decimal.ambiguous"],
        ["5000000000", "23000000000"],
      ],
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

  it.each<[string, string[][], Told, unknown[][]]>([
    ["is read as it was told", [["1,234", ""]], [",", null], [["1234000", null]]],
    [
      "is read as it was told for another column",
      [["1,234", "5,678"]],
      [null, "."],
      [["1234000000", "5678000000"]],
    ],
    [
      "is read as it was told, whatever the cells show, which are read as they stand",
      [
        ["1,234", ""],
        ["2.5", ""],
        ["2,5", ""],
      ],
      [".", null],
      [
        ["1234000000", null],
        ["2500000", null],
        ["2500000", null],
      ],
    ],
  ])("%s", (_, rows, told, read) => expect(amounts(rows, "EUR million", told)).toEqual(read));

  it.each<[string, string[][], Told, unknown[]]>([
    ["nothing where no cell could be either", [["1.5", "23"]], [], [null, null]],
    [
      "what is open, and what the other column shows",
      [
        ["1,234", "5"],
        ["12", "6.789"],
      ],
      [],
      [
        { mark: null, by: null, isMixed: false },
        { mark: null, by: null, isMixed: false },
      ],
    ],
    [
      "what its cells show",
      [
        ["1,234", ""],
        ["2.5", ""],
      ],
      [],
      [{ mark: ".", by: "cells", isMixed: false }, null],
    ],
    [
      "that cells contradict each other",
      [
        ["1,234", ""],
        ["2.5", ""],
        ["2,5", ""],
      ],
      [],
      [{ mark: null, by: null, isMixed: true }, null],
    ],
    ["what was told", [["1,234", ""]], [",", null], [{ mark: ",", by: "told", isMixed: false }, null]],
  ])("says of each column %s", (_, rows, told, found) => expect(marksOf(rows, told).slice(1)).toEqual(found));
});
