import { expect, it } from "vitest";
import { unitOfTitle } from "./title-units";

it.each([
  ["(Valor en miles de dólares)", "miles de dólares"],
  ["Valor en miles de dólares", "miles de dólares"],
  ["Table 3. Trade, US$ million", "US$ million"],
  ["(US$ million)", "US$ million"],
  ["Trade of Kazakhstan with Mexico in US$ million, 2015–2020", "US$ million"],
  [
    "NOTE: All figures are in millions of U.S. dollars on a nominal basis, not seasonally adjusted unless otherwise specified. Details may not equal totals due to rounding.",
    "millions of U.S. dollars",
  ],
  ["Внешняя торговля, в млн. долл. США", "млн. долл. США"],
  ["Außenhandel in 1 000 EUR", "thousand EUR"],
  ["Values in US$ Millions", "US$ Millions"],
  ["Trade of Kazakhstan with Mexico", ""],
  ["ALL products", ""],
])("%j says %j", (title, unit) => expect(unitOfTitle([[title, ""]])).toBe(unit));

it.each([
  "Trade in millions of 2015 dollars",
  "Trade in millions of dollars, chained 2017 prices",
  "Trade in thousand tonnes",
  "Importe expresado miles",
  "Trade with Mexico (mil. USD)",
])("%j leaves its scale open", (title) => {
  const unit = unitOfTitle([[title]]);
  expect(unit).not.toBe("");
  expect(unit).toMatch(/20|tonnes|miles|mil\./);
});
