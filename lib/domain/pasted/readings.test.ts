import { expect, test } from "vitest";
import { kindOf, type KindKey } from "../kinds/registry";
import { readingsIn } from "./readings";
import { recordsIn, type TableOfKind } from "./records";

const nothingElse = { units: [], orders: [], marks: [] };

function readings(kind: KindKey, table: Partial<TableOfKind> & Pick<TableOfKind, "paths" | "rows">) {
  const whole = { ...nothingElse, ...table };
  const words = { word: (one: string) => `<${one}>`, label: (path: string) => `[${path}]` };
  return recordsIn(kindOf(kind), whole, { values: {}, source: null }, (word) => word).flatMap((record) =>
    readingsIn(kindOf(kind), record, whole, words).map(({ column, reads }) => [column, reads]),
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
    [[1, "64,600,000 (64.6 million), <provisional>"]],
  ],
  [
    "tradeYear",
    ["year", "total"],
    ["1999*", "13¹"],
    {},
    [
      [0, "1999"],
      [1, "13"],
    ],
  ],
  [
    "tradeYear",
    ["year", "total"],
    ["2021 p", "–"],
    { dash: "zero" },
    [
      [0, "2021, <provisional>"],
      [1, "0"],
    ],
  ],
  [
    "agreement",
    ["title", "parties"],
    ["A", "KZ; Mexico (submitter); the European Union"],
    {},
    [[1, "Kazakhstan; Mexico; European Union"]],
  ],
  ["agreement", ["parties"], ["Government of Mexico"], {}, [[0, "Mexico (Government)"]]],
  ["agreement", ["parties"], ["Kazakhstan; Mexico"], {}, []],
  ["agreement", ["conclusion"], ["Astana, 03.05.1997"], {}, [[0, "Astana, 3 May 1997"]]],
  [
    "agreement",
    ["inForceOn"],
    ["provisionally on 1.5.2000; definitively on 12.03.2001"],
    { orders: ["dayFirst"] },
    [[0, "<provisional-application>, 1 May 2000; <entry-into-force>, 12 March 2001"]],
  ],
  ["agreement", ["inForceOn"], ["Not in force"], {}, [[0, "[inForce]: <no>"]]],
  ["agreement", ["inForce"], ["Terminated"], {}, [[0, "<no>"]]],
  [
    "visit",
    ["from", "places"],
    ["Казахстан", "Puebla and Cancún"],
    { commas: [null, "apart"] },
    [
      [0, "Kazakhstan"],
      [1, "Puebla; Cancún"],
    ],
  ],
  ["tradeYear", ["year", "total"], ["2013-14", "n"], {}, [[0, "2013–14"]]],
  [
    "tradeProducts",
    ["products/description", "products/value"],
    ["Ores", "5 mln"],
    {},
    [[1, "5,000,000 (5 million)"]],
  ],
  ["visit", ["began"], ["12 to 14 May 2024"], {}, [[0, "12–14 May 2024"]]],
  ["visit", ["began"], ["12–14 May 2024"], {}, []],
  ["visit", ["began", "ended"], ["12 May 2024", "14.05.2024"], {}, [[1, "14 May 2024"]]],
  ["event", ["date"], ["03/04/1963"], { orders: ["dayFirst"] }, [[0, "3 April 1963"]]],
  ["event", ["date"], ["03/04/1963"], {}, []],
  ["event", ["date"], ["2014"], {}, []],
  ["event", ["title", "date"], ["12.05.2024", "12 мая 2024 года"], {}, [[1, "12 May 2024"]]],
])("of %s, %j, cells %j read %#", (kind, paths, row, more, found) => {
  expect(readings(kind, { paths, rows: [row], ...more })).toEqual(found);
});
