import { describe, expect, it } from "vitest";
import { typedFrom } from "./fields/set";
import type { Typed } from "./fields/field";
import { kindOf, type KindKey } from "./kinds/registry";
import { rowId } from "@/tests/support/rows";
import { isRowId } from "./row-id";
import { parseRecord, TamperedRequest } from "./record";

const pair = { parties: ["KZ", "MX"] as const };
const source = "01890a5d-ac96-774b-bcce-b302099a8057";

const complete: Record<"visit" | "agreement" | "tradeYear" | "mission", Typed> = {
  visit: {
    from: "KZ",
    to: "MX",
    visitor: "A minister",
    office: "Minister of tests",
    rank: "minister",
    type: "official",
    began: "2014-09",
    citations: [{ source }],
  },
  agreement: {
    title: "An agreement",
    type: "agreement",
    subject: "culture",
    inForce: "unknown",
    citations: [{ source }],
  },
  tradeYear: {
    year: "2018",
    reporter: "KZ",
    currency: "USD",
    valuationA: "FOB",
    exportsA: "10",
    exportsB: "13",
    total: "23",
    citations: [{ source }],
  },
  mission: { sending: "KZ", receiving: "MX", type: "embassy", city: "Mexico City", citations: [{ source }] },
};

function problems(
  kind: keyof typeof complete,
  change: Typed,
  strictness: "draft" | "publish" = "publish",
): string[] {
  const typed = { ...complete[kind], ...change };
  return parseRecord(kindOf(kind), typed, pair, strictness).problems.map(
    ({ path, code }) => `${path}: ${code}`,
  );
}

describe("parseRecord", () => {
  it.each(Object.keys(complete) as (keyof typeof complete)[])(
    "finds nothing wrong with a complete %s",
    (kind) => {
      expect(problems(kind, {})).toEqual([]);
    },
  );

  it.each([
    ["visit", { to: "KZ" }, "to: visit.sameCountry"],
    ["visit", { to: "BR" }, "to: country.outsideDossier"],
    ["visit", { to: "XX" }, "to: country.unknown"],
    ["visit", { began: "2014-02-30" }, "began: date.impossible"],
    ["visit", { began: "2014-09-12", ended: "2014-09-10" }, "ended: visit.endsBeforeItBegins"],
    ["visit", { rank: "emperor" }, "rank: choice.unknown"],
    ["visit", { visitor: "x".repeat(100_000) }, "visitor: text.tooLong"],
    ["visit", { visitor: "x".repeat(300_000) }, "visitor: text.tooLong"],
    ["visit", { began: " ".repeat(300_000) }, "began: text.tooLong"],
    ["visit", { places: "x\n".repeat(150_000) }, "places: text.tooLong"],
    ["agreement", { textLink: `https://example.org/${"x".repeat(300_000)}` }, "textLink: text.tooLong"],
    ["visit", { visitor: "a\u0000b" }, "visitor: text.control"],
    ["visit", { visitor: "\u202Ereversed" }, "visitor: text.control"],
    ["visit", { visitor: "محمد \u2066Ali" }, "visitor: text.control"],
    ["visit", { visitor: "\u2066Ali\u2069 Khan" }, "visitor: text.control"],
    ["visit", { visitor: "\u200B" }, "visitor: text.control"],
    ["visit", { visitor: "half \uD800" }, "visitor: text.control"],
    ["visit", { agreements: ["nonsense"] }, "agreements: reference.unknown"],
    [
      "visit",
      { meetings: [{ id: rowId(7), host: "", office: "Somebody", manner: "official" }] },
      `meetings/${rowId(7)}/host: required`,
    ],
    [
      "visit",
      { citations: [{ id: rowId(2), source, supports: ["nosuch"] }] },
      `citations/${rowId(2)}/supports: paths.unknown`,
    ],
    [
      "visit",
      { citations: [{ id: rowId(2), source, supports: ["constructor"] }] },
      `citations/${rowId(2)}/supports: paths.unknown`,
    ],
    ["agreement", { textLink: "javascript:alert(1)" }, "textLink: address.scheme"],
    ["agreement", { textLink: "data:text/html,hello" }, "textLink: address.scheme"],
    ["agreement", { textLink: "https://name:word@example.org/" }, "textLink: address.password"],
    ["agreement", { textLink: "not an address" }, "textLink: address.unreadable"],
    ["agreement", { citations: [] }, "citations: citations.none"],
    ["tradeYear", { exportsA: "-1" }, "exportsA: decimal.negative"],
    ["tradeYear", { exportsA: "1.234" }, "exportsA: decimal.ambiguous"],
    ["tradeYear", { total: "Infinity" }, "total: decimal.notANumber"],
    ["tradeYear", { total: "1e9" }, "total: decimal.notANumber"],
    ["tradeYear", { total: "9".repeat(30) }, "total: decimal.tooLarge"],
    ["tradeYear", { year: "18" }, "year: number.outside"],
    ["mission", { latitude: "19.4" }, "longitude: mission.halfCoordinates"],
    ["mission", { latitude: "91", longitude: "0" }, "latitude: number.outside"],
    ["mission", { opened: "2016", closed: "2015" }, "closed: mission.closedBeforeOpened"],
  ] as [keyof typeof complete, Typed, string][])(
    "finds what is wrong with a %s, case %#",
    (kind, change, problem) => {
      expect(problems(kind, change)).toContain(problem);
    },
  );

  it("takes a draft that is hardly begun, and names all that publication needs", () => {
    expect(parseRecord(kindOf("visit"), {}, pair, "draft").problems).toEqual([]);
    const { problems: found } = parseRecord(kindOf("visit"), {}, pair, "publish");
    expect(found.map(({ path }) => path)).toEqual([
      "from",
      "to",
      "visitor",
      "office",
      "rank",
      "type",
      "began",
      "citations",
    ]);
  });

  it("says all that is wrong at once", () => {
    expect(problems("visit", { began: "2014-02-30", to: "KZ", citations: [], visitor: "" })).toEqual([
      "began: date.impossible",
      "visitor: required",
      "to: visit.sameCountry",
      "citations: citations.none",
    ]);
  });

  it("lets the total stand without its parts, and parts without a total", () => {
    expect(problems("tradeYear", { exportsA: "", exportsB: "" })).toEqual([]);
    expect(problems("tradeYear", { total: "" })).toEqual([]);
  });

  const host = `meetings/${rowId(3)}/host`;
  const supporting = (supports: string[], meetings: Typed[] = [{ id: rowId(3), host: "Ann" }]) =>
    parseRecord(
      kindOf("visit"),
      { meetings, citations: [{ id: rowId(2), source, supports }] },
      pair,
      "draft",
    );

  it("takes what a citation supports as a set of paths to fields, rows and their fields", () => {
    const supports = ["visitor", host, `meetings/${rowId(3)}`, "meetings", "visitor", ""];
    const { values, problems, notices } = supporting(supports);
    expect([problems, notices]).toEqual([[], []]);
    expect(values.citations).toMatchObject([
      { supports: ["meetings", `meetings/${rowId(3)}`, host, "visitor"] },
    ]);
  });

  it.each([
    ["the citations themselves", ["citations"], "paths.unknown"],
    ["a field that a row does not have", [`meetings/${rowId(3)}/body`], "paths.unknown"],
    ["a row of a field that has none", [`visitor/${rowId(3)}`], "paths.unknown"],
    ["a row by its number", ["meetings/0"], "paths.unknown"],
    ["what is no path", ["a/".repeat(150)], "paths.unknown"],
    ["more than a hundred values", Array.from({ length: 101 }, () => "visitor"), "paths.tooMany"],
  ])("finds a citation of %s", (_, supports, code) => {
    expect(supporting(supports).problems).toMatchObject([{ path: `citations/${rowId(2)}/supports`, code }]);
  });

  it("drops what a citation says of a row that was taken out, and tells", () => {
    const some = supporting(["visitor", host], [{ id: rowId(3), host: " " }]);
    expect(some.values.citations).toMatchObject([{ supports: ["visitor"] }]);
    expect([some.problems, some.notices]).toEqual([
      [],
      [{ path: `citations/${rowId(2)}/supports`, code: "paths.rowGone" }],
    ]);
    const all = supporting([host], []);
    expect(all.values.citations).toMatchObject([{ supports: undefined }]);
    expect(all.notices).toEqual([{ path: `citations/${rowId(2)}/supports`, code: "paths.allGone" }]);
  });

  it("keeps a problem at its row when rows move", () => {
    const meetings: Typed[] = [
      { id: rowId(7), host: "x".repeat(201) },
      { id: rowId(8), host: "Ann" },
    ];
    for (const typed of [meetings, meetings.toReversed(), [{ id: rowId(9), host: "Bea" }, ...meetings]])
      expect(parseRecord(kindOf("visit"), { meetings: typed }, pair, "draft").problems).toMatchObject([
        { path: `meetings/${rowId(7)}/host`, code: "text.tooLong" },
      ]);
  });

  it("keeps the ids of rows, and gives one to each row that has none", () => {
    const meetings: Typed[] = [{ id: rowId(3), host: "Ann" }, { host: "Bea" }, { id: rowId(3), host: "Cem" }];
    const { values } = parseRecord(kindOf("visit"), { meetings }, pair, "draft");
    const ids = (values.meetings as { id: string }[]).map(({ id }) => id);
    expect(ids[0]).toBe(rowId(3));
    expect(new Set(ids).size).toBe(3);
    expect(ids.every(isRowId)).toBe(true);
  });

  it("throws at rows whose id is none", () => {
    for (const id of ["x", ["a"]])
      expect(() => parseRecord(kindOf("visit"), { meetings: [{ id, host: "Ann" }] }, pair, "draft")).toThrow(
        TamperedRequest,
      );
  });

  it("throws at fields that the kind does not have", () => {
    expect(() => parseRecord(kindOf("visit"), { role: "admin" }, pair, "draft")).toThrow(TamperedRequest);
    expect(() => parseRecord(kindOf("visit"), { visitor: ["a", "b"] }, pair, "draft")).toThrow(
      TamperedRequest,
    );
  });

  it("types out what it read, and reads it back the same", () => {
    for (const [kind, typed] of Object.entries(complete)) {
      const definition = kindOf(kind as KindKey);
      const { values } = parseRecord(definition, typed, pair, "publish");
      const again = parseRecord(definition, typedFrom(definition.fields, values), pair, "publish");
      expect(again.values).toEqual(values);
    }
  });
});
