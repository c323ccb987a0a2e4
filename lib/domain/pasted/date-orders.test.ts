import { describe, expect, it } from "vitest";
import { kindOf } from "../kinds/registry";
import { dateInOrder, orderOfColumn } from "./date-orders";
import { recordsIn } from "./records";

const cells = { order: "dayFirst", by: "cells", isMixed: false };
const open = { order: null, by: null, isMixed: false };

describe("the order of a column", () => {
  it.each([
    ["the first cell has the day first", ["27/12/1703", "03/04/1963"], cells],
    ["a later cell has the month first", ["03/04/1963", "04/27/1963"], { ...cells, order: "monthFirst" }],
    ["a span shows it", ["03/04/1963", "27/05/2014–29/05/2014"], cells],
    ["no cell shows it", ["03/04/1963", "05/06/1964", ""], open],
    ["cells contradict each other", ["27/12/1703", "12/27/1703", "03/04/1963"], { ...open, isMixed: true }],
    ["each date can be read in one way alone", ["27/12/1703", "12/27/1703"], null],
    ["day and month are the same", ["03/03/1963", "04/04/1964"], null],
    ["dots, names and years say it already", ["03.04.1963", "3 April 1963", "1963-04-03", "1963"], null],
    ["what cannot be read says nothing", ["nonsense", "99/99/1963", "x".repeat(500), "03/04/1963"], open],
  ])("where %s", (_, column, found) => expect(orderOfColumn(column, null)).toEqual(found));

  it("is the one that was told, whatever the cells show", () =>
    expect(orderOfColumn(["27/12/1703", "12/27/1703", "03/04/1963"], "monthFirst")).toEqual({
      order: "monthFirst",
      by: "told",
      isMixed: true,
    }));
});

it.each([
  ["03/04/1963", "dayFirst", "1963-04-03"],
  ["03/04/1963", "monthFirst", "1963-03-04"],
  ["27/12/1703", "monthFirst", "27/12/1703"],
  ["03/04/1963–05/04/1963", "dayFirst", "1963-04-03 – 1963-04-05"],
  ["3 April 1963", "monthFirst", "3 April 1963"],
  ["03/04/1963", null, "03/04/1963"],
  ["2023-24", "dayFirst", "2023-24"],
] as const)("%j, %s, is typed as %j", (cell, order, typed) => expect(dateInOrder(cell, order)).toBe(typed));

it("holds for its own column alone", () => {
  const table = {
    paths: ["title", "date"],
    units: ["", ""],
    orders: [null, "dayFirst" as const],
    marks: [],
    rows: [["03/04/1963", "03/04/1963"]],
  };
  const [record] = recordsIn(kindOf("event"), table, { values: {}, source: null }, (word) => word);
  expect(record!.typed).toMatchObject({ title: "03/04/1963", date: "1963-04-03" });
});
