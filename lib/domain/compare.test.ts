import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differences, likelySides, mergeTyped, rowsOnlyOf } from "./compare";
import { sameTyped } from "./compare-rows";
import type { Typed } from "./fields/typed";

const base = { visitor: "A minister", office: "", meetings: [{ host: "Ann", office: "" }], agreements: [] };

describe("differences", () => {
  test("tell who changed what", () => {
    const mine = { ...base, visitor: "The minister", office: "Foreign Minister" };
    const theirs = { ...base, visitor: "The foreign minister", meetings: [{ host: "Bea", office: "" }] };
    expect(differences(mine, theirs, base).map(({ path, changedBy }) => [path, changedBy])).toEqual([
      ["visitor", "both"],
      ["office", "me"],
      ["meetings/0", "them"],
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

  test("count as made by both where the beginning is not known", () => {
    expect(differences({ a: "1" }, { a: "2" })[0]?.changedBy).toBe("both");
  });

  test("see a field that one side lacks", () => {
    expect(differences({}, { note: "x" }).map(({ path }) => path)).toEqual(["note"]);
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

  test("by likely sides loses no lone change", () => {
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

describe("rows", () => {
  const [ann, bea, cem] = ["Ann", "Bea", "Cem"].map((host) => ({ id: host.toLowerCase(), host, office: "" }));
  const held = { meetings: [ann!, bea!] };
  const told = (mine: Typed, theirs: Typed, from?: Typed) =>
    differences(mine, theirs, from).map(({ path, what, changedBy }) => `${path} ${what} ${changedBy}`);
  const settled = (mine: Typed, theirs: Typed) =>
    mergeTyped(mine, theirs, likelySides(differences(mine, theirs, held))).meetings;

  test("one added above the others is one addition", () => {
    expect(told({ meetings: [cem!, ann!, bea!] }, held, held)).toEqual(["meetings/cem row me"]);
    expect(told(held, { meetings: [cem!, ann!, bea!] }, held)).toEqual(["meetings/cem row them"]);
  });

  test("changed by two people merge where they are different rows", () => {
    const mine = { meetings: [{ ...ann!, office: "Minister" }, bea!] };
    const theirs = { meetings: [cem!, ann!, { ...bea!, host: "Beatrice" }] };
    expect(told(mine, theirs, held)).toEqual([
      "meetings/ann row me",
      "meetings/bea row them",
      "meetings/cem row them",
    ]);
    expect(settled(mine, theirs)).toEqual([
      cem,
      { ...ann, office: "Minister" },
      { ...bea, host: "Beatrice" },
    ]);
  });

  test("of which both changed the same ask for that row alone", () => {
    const mine = { meetings: [ann!, { ...bea!, office: "Minister" }] };
    const theirs = {
      meetings: [
        { ...ann!, host: "Anna" },
        { ...bea!, office: "President" },
      ],
    };
    expect(told(mine, theirs, held)).toEqual(["meetings/ann row them", "meetings/bea row both"]);
    expect(likelySides(differences(mine, theirs, held))).toEqual({ "meetings/ann": "theirs" });
  });

  test("taken out by one stay out, unless the other changed them", () => {
    expect(settled({ meetings: [bea!] }, { meetings: [ann!, bea!, cem!] })).toEqual([bea, cem]);
    expect(settled(held, { meetings: [ann!] })).toEqual([ann]);
    expect(told({ meetings: [{ ...ann!, host: "Anna" }, bea!] }, { meetings: [bea!] }, held)).toEqual([
      "meetings/ann row both",
    ]);
  });

  test("moved by one keep their new order, and the other's changes", () => {
    const mine = { meetings: [bea!, ann!] };
    const theirs = { meetings: [{ ...ann!, host: "Anna" }, bea!] };
    expect(told(mine, theirs, held)).toEqual(["meetings/ann row them", "meetings order me"]);
    expect(settled(mine, theirs)).toEqual([bea, { ...ann, host: "Anna" }]);
    expect(settled(theirs, mine)).toEqual([bea, { ...ann, host: "Anna" }]);
  });

  test("without ids, as kept of old, are known by their place", () => {
    const old = {
      meetings: [
        { host: "Ann", office: "" },
        { host: "Bea", office: "Minister" },
      ],
    };
    expect(told(old, held)).toEqual(["meetings/bea row both"]);
    expect(told(held, old)).toEqual(["meetings/bea row both"]);
    expect(sameTyped(old.meetings, [ann!, { ...bea!, office: "Minister" }])).toBe(true);
  });

  test("merge to one of the two, whatever was done to them", () => {
    const row = fc.record({
      id: fc.constantFrom("a", "b", "c", "d"),
      host: fc.constantFrom("Ann", "Bea", "Cem"),
    });
    const rows = fc.uniqueArray(row, { selector: ({ id }) => id });
    fc.assert(
      fc.property(rows, rows, rows, (meetings, others, begun) => {
        const [mine, theirs] = [{ meetings }, { meetings: others }];
        const all = differences(mine, theirs, { meetings: begun });
        const taken = Object.fromEntries(all.map(({ path }) => [path, "theirs" as const]));
        expect(sameTyped(mergeTyped(mine, theirs, taken).meetings!, others)).toBe(true);
        const kept = Object.fromEntries(all.map(({ path }) => [path, "mine" as const]));
        expect(sameTyped(mergeTyped(mine, theirs, kept).meetings!, meetings)).toBe(true);
      }),
    );
  });
});

test("the rows of both sides stand in one order, each at a place of its own", () => {
  const [ann, bea, cem] = ["Ann", "Bea", "Cem"].map((host) => ({ id: host, host }));
  const [mine, theirs] = [{ meetings: [{ ...ann!, host: "Anna" }, bea!] }, { meetings: [cem!, ann!, bea!] }];
  const all = mergeTyped(mine, theirs, rowsOnlyOf("theirs", differences(mine, theirs)));
  expect((all.meetings as Typed[]).map(({ id }) => id)).toEqual(["Cem", "Ann", "Bea"]);
});
