import { expect, test } from "vitest";
import { kindOf, type KindKey } from "../kinds/registry";
import { readingsIn } from "./readings";
import { recordsIn, type TableOfKind } from "./records";

const nothingElse = { units: [], orders: [], marks: [] };

function readings(kind: KindKey, table: Partial<TableOfKind> & Pick<TableOfKind, "paths" | "rows">) {
  const whole = { ...nothingElse, ...table };
  return recordsIn(
    kindOf(kind),
    whole,
    { values: { currency: "EUR" }, source: null },
    (word) => word,
  ).flatMap((record) =>
    readingsIn(kindOf(kind), record, table.rows).map(({ column, reads }) => [column, reads.join(" – ")]),
  );
}

test.each<[KindKey, (string | null)[], string[], Partial<TableOfKind>, unknown[]]>([
  [
    "tradeYear",
    ["year", "total"],
    ["2013", "23.5"],
    { units: ["", "US$ million"] },
    [[1, "23,500,000 (23.5 million)"]],
  ],
  ["tradeYear", ["year", "total"], ["2013", "1,234"], { marks: [null, ","] }, [[1, "1.234"]]],
  ["tradeYear", ["year", "total"], ["2013", "1.234"], { marks: [null, "."] }, []],
  [
    "tradeYear",
    ["year", "total"],
    ["2013", "64.6p"],
    { units: ["", "million"] },
    [[1, "64,600,000 (64.6 million)"]],
  ],
  ["tradeYear", ["year", "total"], ["2013-14", "n"], {}, [[0, "2013–14"]]],
  [
    "tradeProducts",
    ["products/description", "products/value"],
    ["Ores", "5 mln"],
    {},
    [[1, "5,000,000 (5 million)"]],
  ],
  ["visit", ["began"], ["12–14 May 2024"], {}, [[0, "12 May 2024 – 14 May 2024"]]],
  ["event", ["date"], ["03/04/1963"], { orders: ["dayFirst"] }, [[0, "3 April 1963"]]],
  ["event", ["date"], ["03/04/1963"], {}, []],
  ["event", ["date"], ["2014"], {}, []],
  ["event", ["title", "date"], ["12.05.2024", "12 мая 2024 года"], {}, [[1, "12 May 2024"]]],
])("of %s, %j, cells %j read %#", (kind, paths, row, more, found) => {
  expect(readings(kind, { paths, rows: [row], ...more })).toEqual(found);
});
