/** Cells as official tables print them: marks of footnotes, what is not known, one column for who reports, lists with commas. */
import { describe, expect, it, test } from "vitest";
import { kindOf, type KindKey } from "../kinds/registry";
import { parseRecord } from "../record";
import { recordsIn, type TableOfKind } from "./records";

const parties = ["KZ", "MX"] as const;
const nothingElse = { units: [], orders: [], marks: [], sides: { parties } };

function read(
  kind: KindKey,
  columns: Record<string, string>,
  { every = {}, ...table }: Partial<TableOfKind> & { every?: Record<string, string> } = {},
) {
  const whole = {
    ...nothingElse,
    ...{ paths: Object.keys(columns), rows: [Object.values(columns)] },
    ...table,
  };
  const [record] = recordsIn(kindOf(kind), whole, { values: every, source: null }, (word) => word);
  const { values, problems } = parseRecord(kindOf(kind), record!.typed, { parties }, "draft");
  const said = [...record!.problems, ...problems];
  return { record: record!, values, codes: [...new Set(said.map(({ path, code }) => `${path}: ${code}`))] };
}

describe("a figure", () => {
  it.each([
    ["13*", "13"],
    ["13 **", "13"],
    ["90.9¹", "90.9"],
    ["90.9 ¹⁾", "90.9"],
    ["90.9 (1)", "90.9"],
    ["90.9(12)", "90.9"],
    ["90.9 [a]", "90.9"],
    ["90.9 1)", "90.9"],
    ["90.9 a/", "90.9"],
    ["90.9 †", "90.9"],
    ["1 234 (2)", "1234"],
    ["US$ 5 m", "5000000"],
    ["(e) 5*", "5"],
    ["5p¹", "5"],
    ["0", "0"],
    [":", undefined],
    [": c", undefined],
    ["..", undefined],
    ["...", undefined],
    ["…", undefined],
    ["n.a.", undefined],
    ["NA", undefined],
    ["[c]", undefined],
    ["[x]", undefined],
    ["90.9 [p]", "90.9"],
  ])("printed as %j is %j", (cell, total) => {
    const { values, codes } = read("tradeYear", { year: "2013", total: cell });
    expect([values.total, codes]).toEqual([total, []]);
  });

  it.each([
    ["(0.5)", "total: decimal.bracketed"],
    ["(1,234.5)", "total: decimal.bracketed"],
    ["–", "total: decimal.dash"],
    ["-", "total: decimal.dash"],
  ])("printed as %j is asked: %s", (cell, code) =>
    expect(read("tradeYear", { total: cell }).codes).toEqual([code]),
  );

  it.each([
    ["zero", "0"],
    ["unknown", undefined],
  ] as const)("that is a dash is %s where the table's dashes are", (dash, total) => {
    const { values, codes } = read("tradeYear", { year: "2013", total: "–", exportsA: "—" }, { dash });
    expect([values.total, values.exportsA, codes]).toEqual([total, total, []]);
  });

  it("keeps what its mark says beside a footnote", () =>
    expect(read("tradeYear", { total: "5p¹", exportsA: "5¹ (e)" }).values).toMatchObject({
      standingTotal: "provisional",
      standingA: "estimate",
    }));
});

describe("a year", () => {
  const final = { standingA: undefined, standingB: undefined, standingTotal: undefined };
  const all = (standing: string) => ({ ...final, standingA: standing, standingTotal: standing });
  it.each([
    ["2021 p", 2021, all("provisional")],
    ["2021e", 2021, all("estimate")],
    ["2021 (p)", 2021, all("provisional")],
    ["2021r", 2021, final],
    ["1999*", 1999, final],
    ["1999¹", 1999, final],
    ["1999 (1)", 1999, final],
    ["2013/14", 2013, final],
    ["2013/14 p", 2013, all("provisional")],
    ["2021 p¹", 2021, all("provisional")],
    ["2023 (prel.)", 2023, all("provisional")],
    ["2023 prelim.", 2023, all("provisional")],
    ["2023p", 2023, all("provisional")],
    ["2023 (provisional)", 2023, all("provisional")],
    ["FY 2015/16 (prel.)", 2015, all("provisional")],
    ["2022 rev.", 2022, final],
  ])("printed as %j is %s, as far as it has figures", (cell, year, standing) => {
    const { values, codes } = read("tradeYear", { year: cell, total: "5", exportsA: "3", exportsB: ".." });
    expect(codes).toEqual([]);
    expect({ year: values.year, ...standing }).toEqual({
      year,
      standingA: values.standingA,
      standingB: values.standingB,
      standingTotal: values.standingTotal,
    });
  });

  it.each([
    ["a column for all figures", { year: "2023", total: "5", exportsA: "n/a", standing: "Provisional" }, {}],
    ["what holds for every line", { year: "2023", total: "5" }, { standing: "provisional" }],
  ])("marks no figure that is missing by %s", (_, columns, every) => {
    const { values } = read("tradeYear", columns, { every });
    expect(values).toMatchObject({ standingTotal: "provisional" });
    expect([values.standingA, values.standingB]).toEqual([undefined, undefined]);
  });

  it.each([
    [null, undefined, ["year: number.whichFiscal"]],
    ["begins", 2015, []],
    ["ends", 2014, []],
  ] as const)("that FY2015 %s is asked once for the table", (fiscal, year, asked) => {
    for (const cell of ["FY2015", "FY 2015 (p)"]) {
      const { values, codes } = read("tradeYear", { year: cell, total: "5" }, { fiscal });
      expect(codes).toEqual(asked);
      if (year) expect(values).toMatchObject({ year, period: "fiscal" });
    }
  });

  it("marks the figures that have no mark of their own", () =>
    expect(read("tradeYear", { year: "2021 p", total: "5e", exportsA: "3" }).values).toMatchObject({
      standingTotal: "estimate",
      standingA: "provisional",
    }));
});

describe("bare exports and imports", () => {
  const columns = { year: "2013", exports: "5p", imports: "7" };
  it.each<[string, object]>([
    ["KZ", { exportsA: "5", standingA: "provisional", exportsB: "7" }],
    ["MX", { exportsB: "5", standingB: "provisional", exportsA: "7" }],
    ["SU", { exportsA: "5", exportsB: "7" }],
  ])("are those of %s, who reports every line", (reporter, found) => {
    const sides = { parties, predecessors: [{ side: "countryA" as const, country: "SU" }] };
    const { record } = read("tradeYear", columns, { every: { reporter }, sides });
    expect(record.problems).toEqual([]);
    expect(record.typed).toMatchObject(found);
    expect(record.cells.get(reporter === "MX" ? "exportsB" : "exportsA")).toEqual({ line: 0, column: 1 });
  });

  it("are those of whom a column says to report, with the unit of the heading", () => {
    const { values } = read(
      "tradeYear",
      { year: "2013", exports: "5", reporter: "Mexico" },
      { units: ["", "EUR million", ""] },
    );
    expect(values).toMatchObject({ exportsB: "5000000", currency: "EUR" });
  });

  it.each([
    [{}, "trade.whoReports"],
    [{ reporter: "third-source" }, "trade.whoseFlow"],
    [{ reporter: "not-stated" }, "trade.whoseFlow"],
  ])("are asked where %j is said of every line", (every, code) => {
    const { record } = read("tradeYear", columns, { every });
    expect(record.problems).toEqual([
      { path: "exports", code },
      { path: "imports", code },
    ]);
    expect(record.cells.get("imports")).toEqual({ line: 0, column: 2 });
  });

  it("leave a figure to a column of its own, and ask where both have it", () => {
    const every = { reporter: "KZ" };
    const empty = read("tradeYear", { exportsA: "", exports: "5" }, { every });
    expect([empty.record.typed.exportsA, empty.record.problems]).toEqual(["5", []]);
    const both = read("tradeYear", { exportsA: "4", exports: "5" }, { every });
    expect([both.record.typed.exportsA, both.codes]).toEqual(["4", ["exports: trade.flowTwice"]]);
  });
});

describe("a column of partners", () => {
  it.each([
    ["Mexico", []],
    ["", []],
    ["Russia", ["partner: trade.otherPartner"]],
    ["World", ["partner: trade.otherPartner"]],
    ["Kazakhstan", ["partner: trade.otherPartner"]],
  ])("says of %j whether the line is of this dossier: %j", (partner, codes) =>
    expect(read("tradeYear", { year: "2013", partner, exports: "5", reporter: "KZ" }).codes).toEqual(codes),
  );
});

describe("places with a comma", () => {
  it.each([
    ["Mexico City, Puebla", "apart", ["Mexico City", "Puebla"]],
    ["Mexico City, Puebla and Cancún", "apart", ["Mexico City", "Puebla", "Cancún"]],
    ["Mexico City, Puebla, and Cancún", "apart", ["Mexico City", "Puebla", "Cancún"]],
    ["New York, New York", "within", ["New York, New York"]],
    ["Almaty; Paris, France", null, ["Almaty", "Paris, France"]],
    ["Paris, France", null, ["Paris, France"]],
    ["Paris, France", "apart", ["Paris, France"]],
    ["Almaty; Astana", null, ["Almaty", "Astana"]],
    ["Washington, D.C.", null, ["Washington, D.C."]],
    ["Almaty", null, ["Almaty"]],
  ] as const)("%j, %s, are %j", (cell, comma, places) => {
    const { values, codes } = read("visit", { places: cell }, { commas: [comma] });
    expect([values.places, codes]).toEqual([places, []]);
  });

  it.each(["Mexico City, Puebla", "Almaty and Astana"])("%j is asked while that is open", (cell) =>
    expect(read("visit", { places: cell }).codes).toEqual(["places: lines.comma"]),
  );
});

test("a choice of which a cell names several is asked", () => {
  const { record } = read("agreement", { subject: "Health; Culture" });
  expect(record.problems).toMatchObject([{ path: "subject", code: "choice.several" }]);
  expect(read("agreement", { subject: "Trade and investment" }).record.problems).toEqual([]);
  expect(read("agreement", { subject: "trade-and-investment" }).record.problems).toEqual([]);
});

test("a day with the mark of a footnote is that day", () => {
  expect(read("event", { date: "12 May 2014¹" }).values.date).toBe("2014-05-12");
  expect(read("event", { date: "2014*" }).values.date).toBe("2014");
  expect(read("event", { date: "–" }).values.date).toBeUndefined();
});

test("Namibia is a country", () =>
  expect(read("agreement", { "signatories/party": "NA" }).codes).toEqual([]));

it.each([
  ["2021 год", 2021],
  ["2022г.", 2022],
  ["2021 year", 2021],
  ["TOTAL 2021", 2021],
  ["Jan–Dec 2020", 2020],
  ["2021年", 2021],
  ["2021 г. *", 2021],
])("a year printed as %j is %i", (year, number) =>
  expect(read("tradeYear", { year, total: "5" })).toMatchObject({ values: { year: number }, codes: [] }),
);

it.each(["2021年度", "Jan–Sep 2020", "2021 (Jan–Sep)", "Q1 2020"])("%j is no calendar year", (year) =>
  expect(read("tradeYear", { year, total: "5" }).codes).toEqual(["year: number.notYear"]),
);

it.each([
  ["90.9 [p]", "provisional"],
  ["90.9 [e]", "estimate"],
  ["90.9 [b]", undefined],
])("%j is marked as %s", (total, standing) =>
  expect(read("tradeYear", { year: "2020", total }).values.standingTotal).toBe(standing),
);
