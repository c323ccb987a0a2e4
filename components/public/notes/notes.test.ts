import { describe, expect, test } from "vitest";
import { filled, letterAt, marksOf, type NotedSource, notesFor, usesByPlace } from "./notes";

const source = (id: string): NotedSource => ({ id, kind: "source", slug: id, values: { title: id } });
const sources = [
  { number: 1, source: source("first") },
  { number: 2, source: source("second") },
];

describe("a page's notes", () => {
  test("number sources as the dossier does, even when the page cites only the second", () => {
    const notes = notesFor(sources, [{ key: "visit", citations: [{ source: "second" }] }]);
    expect(marksOf(notes, "visit").map(({ number }) => number)).toEqual([2]);
    expect(notes.list.map(({ number }) => number)).toEqual([2]);
  });

  test("keep the numbers that the dossier has given, also where some between are not in use", () => {
    const citations = [{ source: "late" }, { source: "first" }];
    const notes = notesFor(
      [...sources, { number: 9, source: source("late") }],
      [{ key: "visit", citations }],
    );
    expect(marksOf(notes, "visit").map(({ number }) => number)).toEqual([1, 9]);
    expect(notes.list.map(({ number, source: { id } }) => [number, id])).toEqual([
      [1, "first"],
      [9, "late"],
    ]);
  });

  test("give every mark its own way back", () => {
    const notes = notesFor(sources, [
      { key: "one", citations: [{ source: "first" }] },
      { key: "other", citations: [{ source: "first" }] },
    ]);
    expect(notes.list[0]?.uses.map(({ letter }) => letter)).toEqual(["a", "b"]);
    expect(marksOf(notes, "other")[0]).toEqual({ number: 1, id: "cite-1-b", returnId: "note-1-b" });
  });

  test("set the marks of a field beside it only where the page shows that field by itself", () => {
    const citations = [
      { source: "first", supports: ["visitor"] },
      { source: "second", supports: ["purpose"] },
    ];
    const notes = notesFor(sources, [{ key: "visit", citations, fields: ["visitor"] }]);
    expect(marksOf(notes, "visit", "visitor").map(({ number }) => number)).toEqual([1]);
    expect(marksOf(notes, "visit").map(({ number }) => number)).toEqual([2]);
  });

  test("stand at each of the values that one citation is for, also within rows", () => {
    const [ann, bea] = ["meetings/a", "meetings/b"];
    const values = {
      visitor: "V",
      meetings: [
        { id: "a", host: "Ann", office: "" },
        { id: "b", host: "Bea" },
      ],
    };
    const fields = filled(values, ["visitor", "meetings", "purpose"]);
    expect(fields).toEqual([
      ...["visitor", "meetings"],
      ...[ann, `${ann}/host`, `${ann}/office`],
      ...[bea, `${bea}/host`],
    ]);
    const citations = [
      { source: "first", supports: ["visitor", `${ann}/host`], quotation: "So it says" },
      { source: "second", supports: [`${bea}/office`, "purpose"] },
    ];
    const notes = notesFor(sources, [{ key: "visit", citations, fields }]);
    const numbers = (path?: string) => marksOf(notes, "visit", path).map(({ number }) => number);
    expect([numbers("visitor"), numbers(`${ann}/host`), numbers("meetings")]).toEqual([[1], [1], []]);
    // What is not shown is cited by what holds it: the row, or the record.
    expect([numbers(bea), numbers(`${bea}/host`), numbers()]).toEqual([[2], [], [2]]);
    // Said once, with a way back to each.
    expect(usesByPlace(notes.list[0]!).map(({ quotations, uses }) => [quotations, uses.length])).toEqual([
      [["So it says"], 2],
    ]);
    const turned = { ...values, meetings: values.meetings.toReversed() };
    expect(
      notesFor(sources, [{ key: "visit", citations, fields: filled(turned, ["visitor", "meetings"]) }]),
    ).toEqual(notes);
  });

  test("say one source once beside one fact, with all places in it", () => {
    const citations = [
      { source: "first", place: "p. 2" },
      { source: "first", place: "p. 9", quotation: "as it says" },
    ];
    const notes = notesFor(sources, [{ key: "visit", citations }]);
    expect(marksOf(notes, "visit")).toHaveLength(1);
    expect(notes.list[0]?.uses[0]).toMatchObject({ places: ["p. 2", "p. 9"], quotations: ["as it says"] });
  });

  test("leave out what is not among the sources", () => {
    expect(notesFor(sources, [{ key: "visit", citations: [{ source: "elsewhere" }] }]).list).toEqual([]);
  });

  test("stand beside a record's single facts where that is wanted", () => {
    const citations = [{ source: "first" }, { source: "second", supports: ["established"] }];
    const fields = ["established", "memberships"];
    const notes = notesFor(sources, [{ key: "dossier", citations, fields, spread: true }]);
    const numbers = (field?: string) => marksOf(notes, "dossier", field).map(({ number }) => number);
    expect([numbers(), numbers("memberships"), numbers("established")]).toEqual([[], [1], [2]]);
  });

  test("name a place in a source once, however often it is cited", () => {
    const citations = [{ source: "first", place: "Trade" }];
    const notes = notesFor(sources, [
      { key: "one", citations },
      { key: "other", citations: [{ source: "first", place: "History" }] },
      { key: "third", citations },
    ]);
    const groups = usesByPlace(notes.list[0]!);
    expect(groups.map(({ places }) => places)).toEqual([["Trade"], ["History"]]);
    expect(groups.map(({ uses }) => uses.map(({ letter }) => letter))).toEqual([["a", "b"], ["c"]]);
    expect(marksOf(notes, "third")[0]?.id).toBe("cite-1-b");
  });

  test("belong only beside what is there", () => {
    expect(filled({ place: undefined, languages: [], note: "x" }, ["place", "languages", "note"])).toEqual([
      "note",
    ]);
  });

  test("go on after z", () => {
    expect([0, 25, 26, 27, 51, 52, 702].map(letterAt)).toEqual(["a", "z", "aa", "ab", "az", "ba", "aaa"]);
  });
});
