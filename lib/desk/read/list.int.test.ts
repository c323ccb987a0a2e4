import { beforeAll, expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, someone, written } from "@/tests/support/make";
import { listEntries, type ListQuery, pageSize } from "./list";
import { listTotals } from "./list-totals";
import { trash } from "../write/trash";

const viewer = someone("viewer");
const editor = someone("editor");
let dossier: Awaited<ReturnType<typeof makeDossier>>;
const number = pageSize * 2 + 7;
const words = ["alfa", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett"];

beforeAll(async () => {
  dossier = await makeDossier();
  for (let index = 0; index < number; index += 1)
    await makeDraft("event", dossier, {
      title: `Événement ${words[index % 10]} of a hundred`,
      // Many share a date, and some have none: the order must hold by the id alone.
      date: index % 3 === 0 ? "" : `20${10 + (index % 4)}`,
      type: index % 2 === 0 ? "incident" : "other",
    });
}, 120_000);

/** Walks page by page and returns the ids in the order met. */
async function walk(query: Omit<ListQuery, "cursor">, towards: "next" | "previous"): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < 20; pages += 1) {
    const page = await listEntries(viewer, "event", {
      ...query,
      cursor,
      from: towards === "next" ? "start" : "end",
    });
    const shown = page.rows.map((row) => row.id);
    ids.push(...(towards === "next" ? shown : shown.reverse()));
    const following = page[towards];
    if (following === null) return ids;
    cursor = following;
  }
  throw new Error("The pages do not end.");
}

it.each([
  ["updated", "desc"],
  ["updated", "asc"],
  ["newest", "desc"],
  ["newest", "asc"],
  ["title", "asc"],
  ["title", "desc"],
] as const)("walks all rows by %s %s once each, and the same way back", async (sort, direction) => {
  const query = { sort, direction, dossierId: dossier.id };
  const there = await walk(query, "next");
  const back = await walk(query, "previous");
  expect(new Set(there).size).toBe(number);
  expect(there).toHaveLength(number);
  expect(back).toEqual([...there].reverse());
});

it("walks by titles that are longer than an address can hold", async () => {
  const other = await makeDossier();
  for (let index = 0; index <= pageSize; index += 1)
    await makeDraft("event", other, { title: `${"協".repeat(190)}${String(index).padStart(3, "0")}` });
  const query = { sort: "title", direction: "asc", dossierId: other.id } as const;
  const { next } = await listEntries(viewer, "event", query);
  expect(next?.length).toBeLessThan(1200);
  expect((await walk(query, "next")).length).toBe(pageSize + 1);
  expect(await walk(query, "previous")).toEqual([...(await walk(query, "next"))].reverse());
});

it("goes back from the second page to the first", async () => {
  const query = { sort: "newest", direction: "desc", dossierId: dossier.id } as const;
  const first = await listEntries(viewer, "event", query);
  expect(first.previous).toBeNull();
  const second = await listEntries(viewer, "event", { ...query, cursor: first.next! });
  const again = await listEntries(viewer, "event", { ...query, cursor: second.previous! });
  expect(again.rows).toEqual(first.rows);
  expect(again.previous).toBeNull();
});

it("finds without regard to accents and case, and takes LIKE's signs literally", async () => {
  const find = async (q: string) =>
    (await listEntries(viewer, "event", { q, sort: "title", direction: "asc", dossierId: dossier.id })).rows
      .length;
  expect(await find("EVENEMENT Delta")).toBe(11);
  expect(await find("délta événement hundred")).toBe(11);
  expect(await find("100%")).toBe(0);
  expect(await find("_")).toBe(0);
  expect(await find("\\")).toBe(0);
  expect(await find("\u0000")).toBe(pageSize);
});

it("filters by facet and state, and keeps the trash apart", async () => {
  const draft = await makeDraft("event", dossier, { type: "participation" });
  const query = { sort: "updated", direction: "desc", dossierId: dossier.id } as const;
  const facets = { type: "participation" };
  expect((await listEntries(viewer, "event", { ...query, facets })).rows.map((row) => row.id)).toEqual([
    draft.id,
  ]);
  written(await trash(editor, draft));
  expect((await listEntries(viewer, "event", { ...query, facets })).rows).toEqual([]);
  const trashed = await listEntries(viewer, "event", { ...query, state: "trashed" });
  expect(trashed.rows.map((row) => row.id)).toEqual([draft.id]);
});

it.each(["nonsense", "W10", Buffer.from('["x","y","next"]').toString("base64url"), "a".repeat(5000)])(
  "begins at the first page where a cursor cannot be read: %s",
  async (cursor) => {
    const query = { sort: "title", direction: "asc", dossierId: dossier.id } as const;
    const [asked, first] = [
      await listEntries(viewer, "event", { ...query, cursor }),
      await listEntries(viewer, "event", query),
    ];
    expect(asked.rows).toEqual(first.rows);
  },
);

it("begins at the first page where a cursor is of another order or kind, or is none of ours", async () => {
  const query = { direction: "asc", dossierId: dossier.id } as const;
  const first = await listEntries(viewer, "event", { ...query, sort: "updated" });
  const { next: byTitle } = await listEntries(viewer, "event", { ...query, sort: "title" });
  const madeUp = (change: object) => {
    const cursor = JSON.parse(Buffer.from(first.next!, "base64url").toString()) as object;
    return Buffer.from(JSON.stringify({ ...cursor, ...change })).toString("base64url");
  };
  const strange = ["2014-02-30 10:00:00+00", "2014-02-03 25:00:00+00", "soon", "2014-02-03"];
  for (const cursor of [byTitle!, madeUp({ kind: "visit" }), ...strange.map((key) => madeUp({ key })), "x"])
    expect(await listEntries(viewer, "event", { ...query, sort: "updated", cursor })).toEqual(first);
  expect(
    await listEntries(viewer, "visit", { ...query, sort: "updated", cursor: first.next! }),
  ).toMatchObject({
    rows: [],
  });
  const second = await listEntries(viewer, "event", { ...query, sort: "updated", cursor: first.next! });
  expect(second.rows[0]?.id).not.toBe(first.rows[0]?.id);
});

it("tells how many it finds and in which states, of all and of what is narrowed", async () => {
  const other = await makeDossier();
  await makeDraft("mission", other);
  const trashed = await makeDraft("mission", other);
  written(await trash(editor, { ...trashed, version: 1 }));
  const query = { sort: "updated", direction: "desc" } as const;
  const ofAll = await listTotals(viewer, "mission", query);
  const within = { ...query, dossierId: other.id };
  expect(await listTotals(viewer, "mission", within)).toEqual({
    all: { count: 1, isMore: false },
    byState: [{ state: "draft", count: 1 }],
  });
  expect(await listTotals(viewer, "mission", { ...within, state: "trashed" })).toMatchObject({
    byState: [{ state: "trashed", count: 1 }],
  });
  expect((await listTotals(viewer, "mission", { ...within, sort: "verified" })).all.count).toBe(0);
  expect((await listTotals(viewer, "mission", { ...within, q: "nothing of this" })).all.count).toBe(0);
  await makeDraft("mission", other);
  expect((await listTotals(viewer, "mission", query)).all.count).toBe(ofAll.all.count + 1);
});

it("finds what others changed since a moment", async () => {
  const other = await makeDossier();
  const before = new Date(Date.now() - 60_000).toISOString();
  const { id } = await makeDraft("event", other);
  const { updatedById } = await database().entry.findUniqueOrThrow({ where: { id } });
  const since = async (changedSince: ListQuery["changedSince"]) =>
    (
      await listEntries(viewer, "event", {
        sort: "title",
        direction: "asc",
        dossierId: other.id,
        changedSince,
      })
    ).rows.length;
  expect(await since({ at: before, notBy: viewer.id })).toBe(1);
  expect(await since({ at: before, notBy: updatedById })).toBe(0);
  expect(await since({ at: new Date(Date.now() + 60_000).toISOString(), notBy: viewer.id })).toBe(0);
});
