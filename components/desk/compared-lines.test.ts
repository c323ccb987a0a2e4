import { expect, test } from "vitest";
import type { Typed } from "@/lib/domain/fields/typed";
import { rowId } from "@/tests/support/rows";
import { comparedLines } from "./compared-lines";
import { describingIn } from "./fields/value-names";
import { buildFormSpec } from "./form/build-form-spec";
import { words } from "./form/test-words";

const { fields, countries } = buildFormSpec("visit", { parties: ["KZ", "MX"] }, words);
const wording = {
  countries,
  titleOf: (id: string) => `title of ${id}`,
  readingOf: (date: string) => date,
  goneRow: "a row that was taken out",
};
const version = (typed: Typed) => ({ typed, describing: describingIn(fields, typed, wording) });
const compared = (then: Typed, now: Typed) =>
  comparedLines(fields, version(then), version(now)).map((line) => [
    line.label,
    line.what,
    line.then,
    line.now,
  ]);

const [ann, bea] = ["Ann", "Bea"].map((host, index) => ({ id: rowId(index), host, office: "", manner: "" }));
const cites = (...supports: string[]) => ({ citations: [{ id: rowId(5), source: "s", supports }] });

test("a row added above another is one addition", () => {
  expect(compared({ meetings: [ann!] }, { meetings: [bea!, ann!] })).toEqual([
    ["Meeting 1", "row", [], ["Bea"]],
  ]);
  expect(compared({ meetings: [bea!, ann!] }, { meetings: [ann!] })).toEqual([
    ["Meeting 1", "row", ["Bea"], []],
  ]);
});

test("rows that change places change nothing that is cited for them", () => {
  const then = { meetings: [ann!, bea!], ...cites(`meetings/${bea!.id}/host`) };
  const now = { ...then, meetings: [bea!, ann!] };
  expect(compared(then, now)).toEqual([["Meetings", "order", ["Ann", "Bea"], ["Bea", "Ann"]]]);
});

test("what a citation supports is called as each version has it", () => {
  const then = { meetings: [ann!], ...cites(`meetings/${ann!.id}/host`) };
  const now = { meetings: [], ...cites("visitor", `meetings/${ann!.id}/host`) };
  expect(compared(then, now)).toEqual([
    ["Meeting 1", "row", ["Ann"], []],
    [
      "Citation 1",
      "row",
      ["title of s · Meeting: Ann: Met with"],
      ["title of s · Visitor, a row that was taken out: Met with"],
    ],
  ]);
});
