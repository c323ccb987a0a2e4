import { expect, test } from "vitest";
import { kindKeys, kindOf } from "@/lib/domain/kinds/registry";
import { joinedColumns } from "@/lib/domain/pasted/joined-columns";
import { published, tableContext } from "@/tests/support/published";
import { columnsOf } from "./columns";
import { csvOf } from "./csv";
import { pasteLimits, readPasted } from "./pasted-table";

const cases: Record<string, [pasted: string, rows: string[][]]> = {
  "cells of a spreadsheet, one of them with a line break, a quotation mark and a tab": [
    'Title\tNote\r\n"An ""open"" letter"\t"Two\nlines\tand a tab"\r\n',
    [
      ["Title", "Note"],
      ['An "open" letter', "Two\nlines\tand a tab"],
    ],
  ],
  "a quotation mark that nothing closes": [
    '"On air\t1994\nOn land\t1995',
    [
      ['"On air', "1994"],
      ["On land", "1995"],
    ],
  ],
  "values between semicolons, with commas in the numbers": [
    "Year;Total\n2013;1.234,5\n2014;2,5",
    [
      ["Year", "Total"],
      ["2013", "1.234,5"],
      ["2014", "2,5"],
    ],
  ],
  "values between commas, in quotation marks where they hold one": [
    'Year,Total\n2013,"1,234"\n2014,"2,345"\n',
    [
      ["Year", "Total"],
      ["2013", "1,234"],
      ["2014", "2,345"],
    ],
  ],
  "lines of prose, which no mark divides": [
    "Santiago, the capital\nLima",
    [["Santiago, the capital"], ["Lima"]],
  ],
  "a dash and what says that nothing is known as they are printed, without empty rows and a column in which nothing stands":
    [
      "Year\t\tTotal\n2013\t–\t–\n\t\t\n2014\t:\tn/a\n2015\t\t1",
      [
        ["Year", "Total"],
        ["2013", "–"],
        ["2014", "n/a"],
        ["2015", "1"],
      ],
    ],
  "a web page's table with spans, a footnote and a value that is only there for sorting": [
    `<meta charset="utf-8"><table><tr><th rowspan="2">Year</th><th colspan="2">Exports</th></tr>
     <tr><th>Kazakhstan</th><th>Mexico</th></tr>
     <tr><td rowspan=2>2013</td><td><span style="display:none">0099</span>99<sup>[1]</sup></td><td>1&nbsp;234</td></tr>
     <tr><td>a<br>b</td><td></td></tr></table>`,
    [
      ["Year", "Exports", "Exports"],
      ["Year", "Kazakhstan", "Mexico"],
      ["2013", "99", "1 234"],
      ["2013", "a\nb", ""],
    ],
  ],
  "raised numbers and signs behind values as marks of footnotes, and not powers or letters": [
    `<table><tr><th>Year<sup>1</sup></th><th>Total</th><th>Unit</th></tr>
     <tr><td>2013<sup>a</sup></td><td>106<sup>1</sup></td><td>10<sup>6</sup></td></tr>
     <tr><td>2014</td><td>66.5<sup>2, 3</sup></td><td>×10<sup>3</sup> km<sup>2</sup></td></tr>
     <tr><td>2015</td><td>310<sup>*</sup></td><td>64.6<sup>p</sup></td></tr></table>`,
    [
      ["Year", "Total", "Unit"],
      ["2013a", "106", "10⁶"],
      ["2014", "66.5", "×10³ km²"],
      ["2015", "310", "64.6p"],
    ],
  ],
  "the largest of several tables, without those in its cells": [
    `<table><tr><td>x</td></tr></table><table><tr><td>a<table><tr><td>in</td></tr></table></td><td>b</td></tr></table>`,
    [["ain", "b"]],
  ],
};

test.each(Object.entries(cases))("reads %s", (_, [pasted, rows]) => {
  const { cleaned, ...read } = readPasted(pasted) as Extract<ReturnType<typeof readPasted>, { ok: true }>;
  expect(read).toEqual({ ok: true, rows });
  expect(cleaned).toHaveLength(rows[0]!.length);
});

test("refuses what is no table, or more than one may be", () => {
  expect(readPasted(" \n\t")).toEqual({ ok: false, code: "paste.empty" });
  expect(readPasted("x".repeat(pasteLimits.characters + 1))).toMatchObject({ code: "paste.tooLong" });
  expect(readPasted("a\n".repeat(511))).toMatchObject({ code: "paste.tooManyRows", max: 500 });
  expect(readPasted("a\t".repeat(63) + "b")).toMatchObject({ ok: true });
  expect(readPasted("a\t".repeat(64) + "b")).toMatchObject({ code: "paste.tooManyColumns", max: 64 });
  expect(readPasted("<table>".repeat(50_000))).toEqual({ ok: false, code: "paste.empty" });
});

test.each([
  ["a row of 200,000 columns above 99,000 rows", `a${"\t".repeat(200_000)}${"\na".repeat(99_000)}`],
  [
    "a long text that spans 3,900 places",
    `<table><tr><td rowspan=100 colspan=39>${"x".repeat(240_000)}</td><td>y</td></tr>${"<tr></tr>".repeat(99)}</table>`,
  ],
])("does no work that grows with rows times columns: %s", (_, pasted) => {
  const began = process.cpuUsage();
  const table = readPasted(pasted);
  const { user } = process.cpuUsage(began);
  expect(user / 1000).toBeLessThan(5000);
  const kept = table.ok ? table.rows.flat().reduce((sum, { length }) => sum + length, 0) : 0;
  expect(kept).toBeLessThanOrEqual(2 * pasteLimits.characters);
});

test("tells by column what it made plain within cells, and nothing of what only stood around them", () => {
  const rows = ["Title\t\tNote", "\u00a0One\t\t\uf0b7 a\u000bb", "T\u00a0wo\u00a0\t\u00a0\tc\ufeff d"].join(
    "\n",
  );
  expect(readPasted(rows)).toMatchObject({ ok: true, cleaned: [1, 3] });
  const turned = "Title\tTotal\n\u202eeno\u202c\t\u200e12\nعقد \u2066ISO 9\u2069\t\u20683\u2069";
  expect(readPasted(turned)).toMatchObject({
    ...{ ok: true, cleaned: [2, 3] },
    rows: [
      ["Title", "Total"],
      ["eno", "12"],
      ["عقد \u2066ISO 9\u2069", "3"],
    ],
  });
});

test.each(kindKeys)("no column is joined of the product's own file of %s", (kind) => {
  const values = { year: 2013, period: "fiscal", began: "2014-05", date: "2014-05", signedOn: "2014-05" };
  const columns = columnsOf(kind);
  const rows = [
    columns.map(({ name }) => name),
    columns.map(({ cell }) => cell(published(kind, values), tableContext)),
  ];
  expect(joinedColumns(kindOf(kind), rows)).toEqual({ rows, joined: null });
  expect(readPasted(csvOf(kind, [published(kind, values)], tableContext))).toMatchObject({ ok: true });
});
