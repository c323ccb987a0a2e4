import { describe, expect, test } from "vitest";
import { filled, isOfOneSource, marksOf, type NotedSource, notesFor, usesByPlace } from "./notes";

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

  test("open one panel for each place in a source, whichever mark is pressed", () => {
    const at = (place: string) => [{ source: "first", place }];
    const notes = notesFor(sources, [
      { key: "one", citations: at("Trade") },
      { key: "other", citations: at("History") },
      { key: "third", citations: at("Trade") },
    ]);
    const panels = ["one", "other", "third"].map((key) => marksOf(notes, key).map(({ panel }) => panel));
    expect(panels).toEqual([["note-1-1"], ["note-1-2"], ["note-1-1"]]);
  });

  test("are of one source only where nothing else is cited", () => {
    const one = { key: "one", citations: [{ source: "first" }, { source: "first", place: "p. 2" }] };
    expect(isOfOneSource(notesFor(sources, [one]))).toBe(true);
    expect(isOfOneSource(notesFor(sources, [one, { key: "b", citations: [{ source: "second" }] }]))).toBe(
      false,
    );
    expect(isOfOneSource(notesFor(sources, []))).toBe(false);
    const inPart = { key: "c", citations: [{ source: "first", supports: ["visitor"] }] };
    expect(isOfOneSource(notesFor(sources, [inPart]))).toBe(false);
    expect(isOfOneSource(notesFor(sources, [one, inPart]))).toBe(true);
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
    // Said once, however often it is cited.
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
    expect(groups.map(({ uses }) => uses.length)).toEqual([2, 1]);
  });

  test("belong only beside what is there", () => {
    expect(filled({ place: undefined, languages: [], note: "x" }, ["place", "languages", "note"])).toEqual([
      "note",
    ]);
  });
});
