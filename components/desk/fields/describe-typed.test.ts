import { expect, test } from "vitest";
import { buildFormSpec } from "../form/build-form-spec";
import { describeTyped } from "./parts";
import { words } from "../form/test-words";

const spec = buildFormSpec("visit", ["KZ", "MX"], words);
const describing = {
  countries: spec.countries,
  titleOf: (id: string) => `title of ${id}`,
  readingOf: (date: string) => `day ${date}`,
};
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
