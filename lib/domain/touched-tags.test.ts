import { expect, it } from "vitest";
import { standingOf, touchedBy } from "./touched-tags";

const visit = { id: "v", kind: "visit", dossierId: "D" } as const;
const values = {
  from: "KZ",
  to: "MX",
  visitor: "A minister",
  office: "Minister",
  rank: "minister",
  type: "official",
  began: "1996-05-01",
  purpose: "Talks",
  agreements: ["a"],
  citations: [{ source: "s" }, { source: "t", supports: ["rank"] }],
};
const always = ["r:v", "c:D", "c:site", "a:D:visit"];
const of1996 = ["l:D:visit:all", "l:D:visit:1990s", "l:D:visit:1996"];
const cited = ["q:D:s", "q:D:t"];

const changes: [string, Record<string, unknown>, string[], string[]][] = [
  ["nothing", {}, [], []],
  ["what only its own page says", { purpose: "Other talks" }, [], []],
  ["what lists narrow by", { rank: "other" }, of1996, []],
  ["its title", { visitor: "Another" }, [...of1996, "n:v", "f:a", ...cited], []],
  ["its decade", { began: "2001" }, [...of1996, "l:D:visit:2000s", "l:D:visit:2001", "n:v", "f:a"], []],
  ["its day", { began: "1996-05-02" }, [...of1996, "n:v", "f:a"], []],
  ["what it refers to", { agreements: ["b"] }, ["f:a", "f:b"], []],
  ["for what it cites", { citations: [{ source: "s" }, { source: "t" }] }, ["q:D:t"], []],
  [
    "where in a source it cites",
    { citations: [{ source: "s", place: "p. 2" }, values.citations[1]] },
    [],
    [],
  ],
  [
    "which sources it cites",
    { citations: [{ source: "s" }, { source: "u" }] },
    ["q:D:t", "q:D:u"],
    ["t", "u"],
  ],
];

it.each(changes)("touches what shows it where a record changes %s", (_, changed, tags, sources) => {
  const after = standingOf("visit", "1996-a-minister", { ...values, ...changed });
  const touched = touchedBy(visit, standingOf("visit", "1996-a-minister", values), after);
  expect(touched.tags.toSorted()).toEqual([...always, ...tags].toSorted());
  expect(touched.sources.toSorted()).toEqual(sources);
});

it("touches all that shows that a record is there where it appears and where it goes", () => {
  const standing = standingOf("visit", "1996-a-minister", values);
  const all = [...always, ...of1996, "n:v", "f:a", ...cited, "d"].toSorted();
  for (const [before, after] of [
    [null, standing],
    [standing, null],
  ] as const) {
    const touched = touchedBy(visit, before, after);
    expect(touched.tags.toSorted()).toEqual(all);
    expect(touched.sources).toEqual(["s", "t"]);
  }
});

it("lists what has no date among the undated", () => {
  const event = standingOf("event", "x", { title: "X", type: "other", text: "X", citations: [] });
  const { tags } = touchedBy({ id: "e", kind: "event", dossierId: "D" }, null, event);
  expect(tags).toEqual(expect.arrayContaining(["l:D:event:all", "l:D:event:undated"]));
});

it("touches of a dossier what names it where its name or its countries change, and of a source itself alone", () => {
  const pair = { countryA: "KZ", countryB: "MX", summary: "Far apart", citations: [{ source: "s" }] };
  const before = standingOf("dossier", "kazakhstan-mexico", pair);
  const dossier = { id: "D", kind: "dossier", dossierId: null } as const;
  const own = ["r:D", "c:D", "c:site"];
  const to = (slug: string, changed: object) =>
    touchedBy(dossier, before, standingOf("dossier", slug, { ...pair, ...changed })).tags.toSorted();
  expect(to("kazakhstan-mexico", { summary: "Near" })).toEqual(own.toSorted());
  const named = [...own, "n:D", "d", "q:D:s"].toSorted();
  expect(to("other", {})).toEqual(named);
  expect(to("kazakhstan-mexico", { countryB: "PE" })).toEqual(named);

  const source = (title: string) => standingOf("source", "x", { title });
  const touched = touchedBy({ id: "s", kind: "source", dossierId: null }, source("One"), source("Other"));
  expect(touched).toEqual({ tags: ["r:s", "n:s"], sources: [] });
});

it("touches what an announcement belongs to where it comes to something else", () => {
  const announcement = { id: "n", kind: "announcement", dossierId: "D" } as const;
  const values = { title: "An embassy", maker: "KZ", visit: "v" };
  const touched = touchedBy(
    announcement,
    standingOf("announcement", "an-embassy", values),
    standingOf("announcement", "an-embassy", { ...values, steps: [{ what: "Opened", fulfilment: "kept" }] }),
  );
  expect(touched.tags).toContain("f:v");
});

it("touches what an agreement relates to where it comes to relate to it in another way", () => {
  const own = { id: "b", kind: "agreement", dossierId: "D" } as const;
  const standing = (relation: string) =>
    standingOf("agreement", "b", {
      title: "B",
      relations: [{ id: relation, relation, other: "a" }],
      citations: [],
    });
  const to = (relation: string) => touchedBy(own, standing("amends"), standing(relation)).tags;
  expect(to("replaces")).toContain("f:a");
  expect(to("amends")).not.toContain("f:a");
});
