/** What is asked before publication, and what is not: both sides of each doubt. */
import { describe, expect, it, test } from "vitest";
import { doubtsOf } from "./doubts";
import type { Typed } from "./fields/typed";
import { kindOf, type KindKey } from "./kinds/registry";
import { parseRecord } from "./record";

const today = "2026-11-26";
const parties = ["KZ", "MX"] as const;
const rowId = (number: number) => `01890000-0000-7000-8000-${String(number).padStart(12, "0")}`;

function doubtsIn(kind: KindKey, typed: Typed) {
  const { values, problems } = parseRecord(kindOf(kind), typed, { parties }, "draft");
  expect(problems).toEqual([]);
  return doubtsOf(kindOf(kind), values, { parties, today });
}

const codes = (kind: KindKey, typed: Typed) =>
  doubtsIn(kind, typed).map(({ path, code }) => `${path}: ${code}`);

const year = { year: "2008", total: "1" };

describe("asked before publication:", () => {
  it.each<[KindKey, Typed, string]>([
    [
      "tradeYear",
      { ...year, exportsA: "12300000", exportsB: "45600000", total: "58000000" },
      "total: doubt.trade.partsDoNotAddUp",
    ],
    [
      "tradeYear",
      { ...year, exportsA: "64600000000", exportsB: "104400000000", total: "169100000000" },
      "total: doubt.trade.partsDoNotAddUp",
    ],
    ["tradeYear", { year: "2008", exportsA: "9", total: "5" }, "total: doubt.trade.partAboveTotal"],
    [
      "tradeYear",
      { year: "2008", exportsB: "149000000", total: "100000000" },
      "total: doubt.trade.partAboveTotal",
    ],
    ["tradeYear", { year: "2008" }, "total: doubt.trade.noFigure"],
    ["tradeYear", { ...year, year: "2099" }, "year: doubt.date.farAhead"],
    ["tradeYear", { ...year, note: "a \uFFFD b" }, "note: doubt.text.lost"],
    ["tradeProducts", { year: "2028" }, "year: doubt.date.farAhead"],
    ["event", { date: "5008-05-05" }, "date: doubt.date.farAhead"],
    ["event", { date: "0025-05-05" }, "date: doubt.date.longAgo"],
    ["event", { date: "2027-11-27" }, "date: doubt.date.farAhead"],
    ["event", { date: "2020/2099" }, "date: doubt.date.farAhead"],
    ["event", { date: "../1499" }, "date: doubt.date.longAgo"],
    ["event", { title: "Ot\uFFFDt" }, "title: doubt.text.lost"],
    ["visit", { began: "2014-09-01", ended: "2024-09-01" }, "ended: doubt.visit.long"],
    ["visit", { began: "2014", ended: "2016" }, "ended: doubt.visit.long"],
    ["visit", { places: "Astana\nCanc\uFFFDn" }, "places: doubt.text.lost"],
    [
      "visit",
      { meetings: [{ id: rowId(1), host: "P\uFFFDa" }] },
      `meetings/${rowId(1)}/host: doubt.text.lost`,
    ],
    [
      "agreement",
      { actions: [{ id: rowId(1), action: "signature", date: "2205" }] },
      `actions/${rowId(1)}/date: doubt.date.farAhead`,
    ],
    [
      "agreement",
      { inForce: "yes", actions: [{ id: rowId(1), party: "both", action: "termination" }] },
      "inForce: doubt.agreement.statusAgainstActions",
    ],
    [
      "agreement",
      {
        inForce: "yes",
        actions: [
          { id: rowId(1), party: "both", action: "entry-into-force", date: "1995" },
          { id: rowId(2), party: "KZ", action: "withdrawal", date: "1999" },
        ],
      },
      "inForce: doubt.agreement.statusAgainstActions",
    ],
    [
      "agreement",
      {
        signedOn: "1994",
        actions: [{ id: rowId(1), party: "both", action: "signature", date: "1996-05-01" }],
      },
      "signedOn: doubt.agreement.signedOtherwise",
    ],
    [
      "agreement",
      { signedOn: "1996", actions: [{ id: rowId(1), party: "KZ", action: "ratification", date: "1995" }] },
      "actions: doubt.agreement.actedBeforeSignature",
    ],
    [
      "agreement",
      {
        actions: [
          { id: rowId(1), party: "both", action: "termination", date: "1995" },
          { id: rowId(2), party: "both", action: "entry-into-force", date: "1996" },
        ],
      },
      "actions: doubt.agreement.endedBeforeInForce",
    ],
    [
      "agreement",
      { signatories: [{ id: rowId(1), party: "KZ", body: "Ministry" }] },
      "signatories: doubt.agreement.partyMissing",
    ],
    ["agreement", { expires: "2206" }, "expires: doubt.date.farAhead"],
    ["dossier", { established: "1092-01-14" }, "established: doubt.date.longAgo"],
    ["mission", { opened: "2206" }, "opened: doubt.date.farAhead"],
    ["source", { title: "Page" }, "title: doubt.source.onlyTitle"],
    ["source", { title: "Page", publisher: "P", accessedOn: "2062" }, "accessedOn: doubt.date.farAhead"],
  ])("%s %j", (kind, typed, doubt) => {
    expect(codes(kind, typed)).toContain(doubt);
  });
});

describe("not asked:", () => {
  it.each<[KindKey, Typed]>([
    ["agreement", { expires: "2046-05" }],
    [
      "agreement",
      {
        actions: [
          { id: rowId(1), party: "KZ", action: "withdrawal", date: "1994" },
          { id: rowId(2), party: "all", action: "entry-into-force", date: "1996" },
        ],
      },
    ],
    ["tradeYear", { ...year, exportsA: "12300000", exportsB: "45700000", total: "58000000" }],
    ["tradeYear", { ...year, exportsA: "1", total: "5" }],
    ["tradeYear", { ...year, exportsA: "169104000000", total: "169100000000" }],
    ["tradeYear", { ...year, exportsB: "12.30", total: "12" }],
    ["tradeYear", { year: "2027", total: "0" }],
    ["event", { date: "2027-11-26", title: "Ótt ?" }],
    ["event", { date: "1500" }],
    ["event", { date: "1999/.." }],
    ["event", { date: "199X" }],
    ["event", {}],
    ["agreement", { actions: [{ id: rowId(1), action: "signature", date: "2025" }] }],
    [
      "agreement",
      {
        signedOn: "1996",
        inForce: "yes",
        signatories: [
          { id: rowId(3), party: "KZ" },
          { id: rowId(4), party: "MX" },
        ],
        actions: [
          { id: rowId(1), party: "both", action: "signature", date: "1996-05-01" },
          { id: rowId(2), party: "both", action: "entry-into-force", date: "1997" },
        ],
      },
    ],
    ["source", { title: "Page", authors: "A. Author" }],
    ["source", { title: "Page", address: "https://example.org/" }],
  ])("%s %j", (kind, typed) => {
    expect(codes(kind, typed)).toEqual([]);
  });
});

test("a doubt says which values it speaks of, and no others", () => {
  const typed = { ...year, exportsA: "1", exportsB: "2", total: "4", note: "Said otherwise" };
  expect(doubtsIn("tradeYear", typed)).toMatchObject([
    { params: { sum: "3" }, about: { exportsA: "1", exportsB: "2", total: "4" } },
  ]);
});

test("a draft keeps its mistakes; publication refuses them", () => {
  const typed = { began: "2014-09-12", ended: "2014-09-10" };
  const mistake = { path: "ended", code: "visit.endsBeforeItBegins" };
  const draft = parseRecord(kindOf("visit"), typed, { parties }, "draft");
  expect(draft).toMatchObject({ values: typed, problems: [], mistakes: [mistake] });
  const { problems } = parseRecord(kindOf("visit"), typed, { parties }, "publish");
  expect(problems).toContainEqual(mistake);
});
