import { expect, test } from "vitest";
import { buildFormSpec } from "../form/build-form-spec";
import { visit } from "@/lib/domain/kinds/visit";
import { rowId } from "@/tests/support/rows";
import { describeTyped } from "./parts";
import { describingIn, valueChoices } from "./value-names";
import { words } from "../form/test-words";

const spec = buildFormSpec("visit", { parties: ["KZ", "MX"] }, words);
const wording = {
  countries: spec.countries,
  titleOf: (id: string) => `title of ${id}`,
  readingOf: (date: string) => `day ${date}`,
  goneRow: "a row that was taken out",
};
const describing = describingIn(spec.fields, {}, wording);
const said = (key: string, value: Parameters<typeof describeTyped>[1]) => {
  const field = spec.fields.find((one) => one.key === key);
  if (!field) throw new Error(key);
  return describeTyped(field, value, describing);
};

test("codes, ids and dates are put in words", () => {
  expect(said("from", "KZ")).toEqual(["Kazakhstan"]);
  expect(said("rank", "foreign-minister")).toEqual(["Foreign minister"]);
  expect(said("began", "2014-09")).toEqual(["day 2014-09"]);
  expect(said("agreements", ["a", "b"])).toEqual(["title of a", "title of b"]);
});

test("rows are a line each, of what is filled in", () => {
  expect(said("meetings", [{ host: "Ann", office: "", manner: "private" }, { host: "" }])).toEqual([
    "Ann · Private",
  ]);
});

test("what is empty or unknown is said as it is", () => {
  expect(said("purpose", "")).toEqual([]);
  expect(said("meetings", undefined)).toEqual([]);
  expect(said("rank", "emperor")).toEqual(["emperor"]);
});

const typed = {
  visitor: "A minister",
  meetings: [
    { id: rowId(1), host: "Ann", office: "Minister of Culture", manner: "private" },
    { id: rowId(2), host: "", office: "", manner: "" },
  ],
};

test("the values of a record are called by what is in their rows, wherever these stand", () => {
  const { nameOf } = describingIn(spec.fields, { ...typed, meetings: typed.meetings.toReversed() }, wording);
  expect(nameOf("visitor")).toBe("Visitor");
  expect(nameOf(`meetings/${rowId(1)}`)).toBe("Meeting: Ann, Minister of Culture");
  expect(nameOf(`meetings/${rowId(1)}/host`)).toBe("Meeting: Ann, Minister of Culture: Met with");
  expect(nameOf(`meetings/${rowId(2)}`)).toBe("Meeting 1");
  expect(nameOf(`meetings/${rowId(3)}/host`)).toBe("a row that was taken out: Met with");
});

test("a citation can be for any field but the citations, for each row and for the fields of a row", () => {
  const choices = valueChoices(spec.fields, typed, wording);
  expect(choices.map(({ path }) => path)).toEqual(
    spec.fields.map(({ key }) => key).filter((key) => key !== "citations"),
  );
  const meetings = choices.find(({ path }) => path === "meetings");
  const inRow = Object.keys(visit.fields.meetings.of);
  expect(meetings?.within.map(({ path, within }) => [path, within.map((one) => one.path)])).toEqual(
    [rowId(1), rowId(2)].map((id) => [`meetings/${id}`, inRow.map((key) => `meetings/${id}/${key}`)]),
  );
});

test("what a citation supports is said by these names", () => {
  const citations = [{ id: rowId(5), source: "s", supports: ["began", `meetings/${rowId(1)}/host`] }];
  const field = spec.fields.find(({ key }) => key === "citations")!;
  expect(describeTyped(field, citations, describingIn(spec.fields, typed, wording))).toEqual([
    "title of s · First day, Meeting: Ann, Minister of Culture: Met with",
  ]);
});
