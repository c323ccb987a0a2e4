import { describe, expect, it } from "vitest";
import readExcelFile from "read-excel-file/node";
import { published, source, tableContext, visit } from "@/tests/support/published";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { typedCell, xlsxFile } from "./xlsx";

async function read(kind: KindKey, records: PublishedRecord[]) {
  const sheet = xlsxFile(kind, tableContext);
  sheet.batch({ records, named: tableContext.named });
  const [first] = await readExcelFile(await sheet.bytes());
  const [header = [], ...rows] = first!.data;
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [String(name), row[at]])));
}

describe("records as a workbook", () => {
  it("has the columns of the CSV, with letters of every script and instants as such", async () => {
    const [row] = await read("visit", [visit]);
    expect(row).toMatchObject({ id: visit.id, began: "2014-09", ended: null, places: "Mexico City|Puebla" });
    expect(row?.["meetings.host"]).toBe("José Antonio Meade|Vicente Fox");
    // A spreadsheet counts instants in days: to the millisecond, but for rounding.
    const apart = Number(row?.publishedAt) - Number(new Date(visit.publishedAt));
    expect(row?.publishedAt).toBeInstanceOf(Date);
    expect(Math.abs(apart)).toBeLessThan(10);
  });

  it("has days as days, the same in every zone, and less precise dates as text", async () => {
    const dates = ["2014-09-05", "2014-09", "1863-09-05"];
    const rows = await read(
      "visit",
      dates.map((ended) => published("visit", { ...visit.values, ended })),
    );
    expect(rows.map(({ ended }) => ended)).toEqual([
      new Date("2014-09-05T00:00:00Z"),
      "2014-09",
      "1863-09-05",
    ]);
  });

  it("takes no text for a formula", async () => {
    const record = published("source", { ...source.values, title: '=HYPERLINK("https://x")' });
    const [row] = await read("source", [record]);
    expect(row?.title).toBe('=HYPERLINK("https://x")');
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))("holds the text %j as any other", async (title) => {
    const record = published("source", { ...source.values, title });
    const [row] = await read("source", [record]);
    expect(row?.title).toBe(title);
  });

  it("leaves a square for what a workbook cannot hold", async () => {
    const record = published("source", { ...source.values, title: "a\uFFFDb\uFFFEc\u{1FFFF}d\u0085e" });
    const [row] = await read("source", [record]);
    expect(row?.title).toBe("a□b□c□d\u0085e");
  });

  it.each([
    ["23000000", "decimal", { value: 23_000_000 }],
    ["64.6", "decimal", { value: 64.6 }],
    ["2014", "integer", { value: 2014 }],
    ["12345678901234567.89", "decimal", { value: "12345678901234567.89" }],
    ["2014", "string", { value: "2014" }],
    ["2014-09-05", "string", { value: "2014-09-05" }],
    ["2014-09-05", "partialDate", { value: new Date("2014-09-05T00:00:00Z"), format: "yyyy-mm-dd" }],
    ["1900-03-01", "partialDate", { value: new Date("1900-03-01T00:00:00Z"), format: "yyyy-mm-dd" }],
    ["1900-02-28", "partialDate", { value: "1900-02-28" }],
    ["1703-12-27", "partialDate", { value: "1703-12-27" }],
    ["2014-09", "partialDate", { value: "2014-09" }],
    ["2014-09-05?", "partialDate", { value: "2014-09-05?" }],
    ["2014-09-05/2014-09-07", "partialDate", { value: "2014-09-05/2014-09-07" }],
    ["", "decimal", null],
  ] as const)("%j of type %s is %j", (text, type, cell) => expect(typedCell(text, type)).toEqual(cell));

  it("cuts what no cell holds, and says so", () => {
    const cell = typedCell("x".repeat(40_000), "string");
    expect(String(cell?.value)).toHaveLength(32_767);
    expect(String(cell?.value)).toMatch(/…$/);
  });
});
