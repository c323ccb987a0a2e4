import { expect, test } from "vitest";
import { kindKeys, kindOf } from "./kinds/registry";
import { begunByTemplate, templateOf } from "./kept-template";
import { typedFrom } from "./fields/set";

const context = { parties: ["KZ", "MX"] as [string, string] };
const visit = kindOf("visit");
const typed = {
  ...typedFrom(visit.fields, {}),
  ...{ from: "KZ", to: "MX", visitor: "A minister", rank: "minister", began: "2014-09-12" },
};

test("a template of all holds what the parsers read, and begins another record with it", () => {
  const kept = templateOf(visit, { ...typed, ended: "2014-02-30" }, "all", context);
  expect(kept).toMatchObject({ visitor: "A minister", began: "2014-09-12" });
  expect(kept).not.toHaveProperty("ended");
  expect(begunByTemplate(visit, JSON.parse(JSON.stringify(kept)), context)).toEqual({ typed, unread: [] });
});

test("a template of what repeats holds countries and choices, not what each record says for itself", () => {
  const kept = templateOf(visit, typed, "repeats", context);
  expect(kept).toMatchObject({ from: "KZ", to: "MX", rank: "minister" });
  expect(kept).not.toHaveProperty("began");
});

test("what a changed definition cannot read any more is named, and the rest begins the record", () => {
  const kept = { visitor: "A minister", rank: "grand-vizier", motorcade: "long", from: "FR", meetings: [] };
  const { typed: begun, unread } = begunByTemplate(visit, kept, context);
  expect(begun).toMatchObject({ visitor: "A minister", rank: "", from: "" });
  expect(unread.sort()).toEqual(["from", "motorcade", "rank"]);
});

test("what is no template of any kind begins an empty record", () => {
  for (const key of kindKeys)
    for (const kept of [null, undefined, [], "text", 7, {}])
      expect(begunByTemplate(kindOf(key), kept, context)).toEqual({
        typed: typedFrom(kindOf(key).fields, {}),
        unread: [],
      });
});

test("values of other shapes than a field keeps are named, never a fault", () => {
  const others = [
    5,
    true,
    { a: 1 },
    [5],
    [null],
    [[1]],
    "x",
    ["x"],
    [{ id: 5, source: {} }],
    [{ product: [1] }],
  ];
  for (const key of kindKeys)
    for (const field of Object.keys(kindOf(key).fields))
      for (const value of others) {
        const { typed: begun, unread } = begunByTemplate(kindOf(key), { [field]: value }, context);
        const empty = typedFrom(kindOf(key).fields, {});
        expect(unread.length === 1 ? begun : Object.keys(begun)).toEqual(
          unread.length === 1 ? empty : Object.keys(empty),
        );
      }
});
