import { describe, expect, test } from "vitest";
import { differences, likelySides, mergeTyped, sameTyped } from "./compare";

const base = { visitor: "A minister", office: "", meetings: [{ host: "Ann", office: "" }], agreements: [] };

describe("differences", () => {
  test("tell who changed what", () => {
    const mine = { ...base, visitor: "The minister", office: "Foreign Minister" };
    const theirs = { ...base, visitor: "The foreign minister", meetings: [{ host: "Bea", office: "" }] };
    expect(differences(mine, theirs, base).map(({ field, changedBy }) => [field, changedBy])).toEqual([
      ["visitor", "both"],
      ["office", "me"],
      ["meetings", "them"],
    ]);
  });

  test("are none between what only looks different", () => {
    const mine = {
      ...base,
      visitor: " A minister\r\n",
      meetings: [
        { host: "Ann", office: "" },
        { host: "", office: "" },
      ],
    };
    expect(differences(mine, base, base)).toEqual([]);
  });

  test("count as made by both where nobody knows the beginning", () => {
    expect(differences({ a: "1" }, { a: "2" })[0]?.changedBy).toBe("both");
  });

  test("see a field that one side lacks", () => {
    expect(differences({}, { note: "x" }).map(({ field }) => field)).toEqual(["note"]);
  });

  test("see the order of rows", () => {
    expect(sameTyped([{ host: "Ann" }, { host: "Bea" }], [{ host: "Bea" }, { host: "Ann" }])).toBe(false);
  });
});

describe("a merge", () => {
  const mine = { visitor: "Mine", office: "Mine", note: "Mine" };
  const theirs = { visitor: "Theirs", office: "Theirs", note: "Mine" };

  test("takes from theirs only what was chosen", () => {
    expect(mergeTyped(mine, theirs, { visitor: "theirs", office: "mine" })).toEqual({
      visitor: "Theirs",
      office: "Mine",
      note: "Mine",
    });
  });

  test("by likely sides loses nobody's lone change", () => {
    const typed = { ...base, office: "Mine" };
    const standing = { ...base, visitor: "Theirs" };
    const keep = likelySides(differences(typed, standing, base));
    expect(mergeTyped(typed, standing, keep)).toEqual({ ...base, office: "Mine", visitor: "Theirs" });
  });

  test("leaves open what both changed", () => {
    const typed = { ...base, visitor: "Mine", office: "Mine" };
    const standing = { ...base, visitor: "Theirs" };
    expect(likelySides(differences(typed, standing, base))).toEqual({ office: "mine" });
    expect(likelySides(differences(typed, standing))).toEqual({});
  });
});
