import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameTyped } from "./compare-rows";
import type { Typed } from "./fields/typed";
import { mergeRecords } from "./merge";

const isLong = (path: string) => path === "text" || path === "meetings/note";
const base: Typed = {
  title: "A visit",
  place: "Astana",
  text: "The minister came in May. He met the president.",
  agreements: ["a", "b", "c"],
  meetings: [
    { id: "1", host: "Ann", note: "Talks of trade and of visas." },
    { id: "2", host: "Bea", note: "" },
  ],
};
const merge = (mine: Typed, theirs: Typed) =>
  mergeRecords(base, { ...base, ...mine }, { ...base, ...theirs }, isLong);

describe("what only one side changed stands without a question:", () => {
  test("fields", () => {
    const { typed, clashes, taken } = merge({ title: "Mine" }, { place: "Almaty" });
    expect(typed).toMatchObject({ title: "Mine", place: "Almaty" });
    expect({ clashes, taken }).toEqual({ clashes: [], taken: ["place"] });
  });

  test("rows, by their identity, also where the other has moved or added some", () => {
    const [ann, bea] = base.meetings as Typed[];
    const { typed, clashes } = merge(
      { meetings: [bea!, { ...ann!, host: "Anna" }] },
      { meetings: [ann!, { ...bea!, host: "Beatrice" }, { id: "3", host: "Cem", note: "" }] },
    );
    expect(clashes).toEqual([]);
    expect((typed.meetings as Typed[]).map(({ host }) => host)).toEqual(["Beatrice", "Cem", "Anna"]);
  });

  test("values of one row, and words of one text", () => {
    const [ann, bea] = base.meetings as Typed[];
    const { typed, clashes } = merge(
      {
        text: "The foreign minister came in May. He met the president.",
        meetings: [{ ...ann!, note: "Talks of much trade and of visas." }, bea!],
      },
      {
        text: "The minister came in May. He met the president and the speaker.",
        meetings: [{ ...ann!, host: "Anna", note: "Talks of trade and of free visas." }, bea!],
      },
    );
    expect(clashes).toEqual([]);
    expect(typed.text).toBe("The foreign minister came in May. He met the president and the speaker.");
    expect(typed.meetings).toEqual([
      { id: "1", host: "Anna", note: "Talks of much trade and of free visas." },
      bea,
    ]);
  });

  test("items of a list", () => {
    const { typed, clashes } = merge({ agreements: ["x", "a", "b", "c"] }, { agreements: ["a", "b"] });
    expect(clashes).toEqual([]);
    expect(typed.agreements).toEqual(["x", "a", "b"]);
  });
});

describe("a real clash is asked:", () => {
  const [ann, bea] = base.meetings as Typed[];
  test.each<[string, Typed, Typed, string]>([
    ["one short value", { title: "A long visit" }, { title: "A visit of May" }, "title"],
    [
      "the same words",
      { text: "The minister came in June." },
      { text: "The minister came in July." },
      "text",
    ],
    [
      "a row that the other has taken out",
      { meetings: [{ ...ann!, host: "Anna" }, bea!] },
      { meetings: [bea!] },
      "meetings/1",
    ],
    [
      "one value of a row",
      { meetings: [{ ...ann!, host: "Anna" }, bea!] },
      { meetings: [{ ...ann!, host: "Anne" }, bea!] },
      "meetings/1",
    ],
  ])("%s", (_, mine, theirs, path) => {
    const { typed, clashes } = merge(mine, theirs);
    expect(clashes.map((one) => one.path)).toEqual([path]);
    expect(sameTyped(typed[path.split("/")[0]!]!, { ...base, ...mine }[path.split("/")[0]!]!)).toBe(true);
  });

  test("whatever differs, where it is not known what both began with", () => {
    expect(mergeRecords(undefined, { title: "a" }, { title: "b" }, isLong).clashes).toHaveLength(1);
  });
});

const words = fc
  .array(fc.constantFrom("a", "bb", "c.", "d\n", "é"), { maxLength: 12 })
  .map((all) => all.join(" "));
const row = fc.record({ id: fc.constantFrom("1", "2", "3", "4"), host: words, note: words });
const record = fc.record({
  title: words,
  text: words,
  agreements: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 }),
  meetings: fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 4 }),
});
const isSame = (one: Typed, other: Typed) =>
  Object.keys(one).every((key) => sameTyped(one[key] ?? "", other[key] ?? ""));

test("for any three versions: nothing is asked that is no clash, and no one-sided change is lost", () => {
  fc.assert(
    fc.property(record, record, record, (begun, mine, theirs) => {
      expect(isSame(mergeRecords(begun, mine, begun, isLong).typed, mine)).toBe(true);
      expect(isSame(mergeRecords(begun, begun, theirs, isLong).typed, theirs)).toBe(true);
      const agreed = mergeRecords(begun, mine, mine, isLong);
      expect(agreed.clashes).toEqual([]);
      expect(isSame(agreed.typed, mine)).toBe(true);

      const { typed, clashes } = mergeRecords(begun, mine, theirs, isLong);
      const back = mergeRecords(begun, theirs, mine, isLong);
      expect(back.clashes.map(({ path }) => path).sort()).toEqual(clashes.map(({ path }) => path).sort());
      for (const key of ["title", "text", "agreements"] as const) {
        if (clashes.some(({ path }) => path === key)) continue;
        expect(sameTyped(typed[key] ?? "", back.typed[key] ?? "")).toBe(true);
        if (sameTyped(mine[key], begun[key])) expect(sameTyped(typed[key] ?? "", theirs[key])).toBe(true);
        if (sameTyped(theirs[key], begun[key])) expect(sameTyped(typed[key] ?? "", mine[key])).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
