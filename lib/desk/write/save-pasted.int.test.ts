import { describe, expect, it } from "vitest";
import { Forbidden } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { checkPasted, type CheckedRecord, type PastedTable } from "../read/check-pasted";
import { openEntry } from "../read/open";
import { saveDraft } from "./save";
import { savePasted } from "./save-pasted";

const editor = someone("editor");
type Made = Awaited<ReturnType<typeof makeDossier>>;

const tradeIn = (dossier: Made, rows: string[][], every: Record<string, string> = {}): PastedTable => ({
  kind: "tradeYear",
  dossierId: dossier.id,
  sides: { parties: dossier.parties },
  paths: ["year", "exportsA", "total"],
  units: ["", "", "USD million"],
  orders: [],
  marks: [],
  rows,
  every: { values: { reporter: dossier.parties[0], ...every }, source: dossier.source },
  skipped: new Set(),
  added: new Set(),
});

const published = { as: "published", changeNote: "From the yearbook of 2015" } as const;

const check = (table: PastedTable) => checkPasted(editor, table, (choice) => choice);

const writesOf = (records: CheckedRecord[], confirmed: string[] = []) =>
  records.map(({ typed, standing, amongLines }) => ({ typed, onto: standing, confirmed, amongLines }));

describe("a pasted table of trade years", () => {
  it("is published at once, each line by itself with an answer of its own", async () => {
    const dossier = await makeDossier();
    const at = { kind: "tradeYear", dossierId: dossier.id } as const;
    const records = await check(
      tradeIn(dossier, [
        ["2013", "", "12.5"],
        ["two", "", "1"],
        ["2014", "20 million", "14"],
      ]),
    );
    expect(records.map(({ standing }) => standing)).toEqual([null, null, null]);
    expect(records[1]!.problems).toMatchObject([{ path: "year", code: "number.notYear" }]);
    expect(records[2]!.problems).toEqual([]);
    expect(records[2]!.doubts).toMatchObject([{ path: "total", code: "doubt.trade.partAboveTotal" }]);

    const saved = await savePasted(editor, at, writesOf(records), published);
    expect(saved.map(({ outcome }) => (outcome.ok ? outcome.state : outcome.reason))).toEqual([
      "published",
      "invalid",
      "doubtful",
    ]);
    const [first] = saved;
    const row = await database().tradeYear.findUniqueOrThrow({
      where: { id: first!.outcome.ok ? first!.outcome.id : "" },
    });
    expect(String(row.total)).toBe("12500000");
    expect(row.currency).toBe("USD");
    expect(
      await database().record.findUniqueOrThrow({ where: { id: row.id }, select: { changeNote: true } }),
    ).toEqual({ changeNote: published.changeNote });

    // What a draft can keep is saved as one, what is asked of it and all.
    const drafts = await savePasted(editor, at, writesOf(records.slice(2)), { as: "drafts" });
    expect(drafts[0]!.outcome).toMatchObject({ ok: true, state: "draft" });
  });

  it("tells that a year stands in it twice also while it is not said yet who reports them", async () => {
    const dossier = await makeDossier();
    const lines = [
      ["2013", "", "8"],
      ["2014", "", "9"],
      ["2013", "", "10"],
    ];
    const twins = async (every: Record<string, string>) =>
      (await check(tradeIn(dossier, lines, every))).map(({ twin }) => twin);
    expect(await twins({ reporter: "" })).toEqual([null, null, 0]);
    expect(await twins({ reporter: dossier.parties[0]! })).toEqual([null, null, 0]);
  });

  it("waits with bare exports until it is said who reports", async () => {
    const dossier = await makeDossier();
    const [a, b] = dossier.parties;
    const bare = (reporter: string): PastedTable => {
      const table = tradeIn(dossier, [["2013", "5p", "7"]], { reporter, currency: "USD" });
      return { ...table, paths: ["year", "exports", "imports"], units: ["", "USD", "USD"] };
    };
    const [open] = await check(bare("not-stated"));
    expect(open).toMatchObject({ isUnclear: true });
    expect(open!.problems).toMatchObject([
      { path: "exports", code: "trade.whoseFlow" },
      { path: "imports", code: "trade.whoseFlow" },
    ]);
    const [ofA, ofB] = [await check(bare(a!)), await check(bare(b!))].flat();
    expect(ofA).toMatchObject({ isUnclear: false, typed: { exportsA: "5 USD", exportsB: "7 USD" } });
    expect(ofB).toMatchObject({ isUnclear: false, typed: { exportsB: "5 USD", standingB: "provisional" } });
  });

  it("shows which records stand already, what changes in them, and writes over the version that was seen", async () => {
    const dossier = await makeDossier();
    const at = { kind: "tradeYear", dossierId: dossier.id } as const;
    const standing = await makePublished("tradeYear", dossier, {
      year: "2013",
      reporter: dossier.parties[0],
      total: "7000000",
      note: "Kept",
    });
    const table = tradeIn(dossier, [
      ["2013", "", "8"],
      ["2013", "", "9"],
      ["2015", "", "10"],
    ]);
    const [known, twin, fresh] = await check(table);
    expect(known).toMatchObject({ standing: { id: standing.id, version: standing.version }, twin: null });
    expect(known!.changes).toMatchObject([{ path: "total", was: "7,000,000" }]);
    expect(twin).toMatchObject({ twin: 0 });
    expect(fresh).toMatchObject({ standing: null, twin: null });

    const saved = await savePasted(editor, at, writesOf([known!]), { as: "drafts" });
    expect(saved[0]!.outcome).toMatchObject({ ok: true, id: standing.id, state: "changed" });
    const { typed } = (await openEntry(editor, "tradeYear", standing.id))!;
    expect(typed).toMatchObject({ total: "8,000,000", note: "Kept" });
    expect(typed.citations).toHaveLength(1);

    const again = await savePasted(editor, at, writesOf([known!]), published);
    expect(again[0]!.outcome).toMatchObject({ ok: false, reason: "stale" });
  });

  it("asks doubts once, and publishes what is confirmed", async () => {
    const dossier = await makeDossier();
    const at = { kind: "tradeYear", dossierId: dossier.id } as const;
    const table = tradeIn(dossier, [["2013", "", ""]], { currency: "USD" });
    const records = await check(table);
    const [asked] = await savePasted(editor, at, writesOf(records), published);
    if (asked!.outcome.ok || asked!.outcome.reason !== "doubtful") throw new Error("no doubt was asked");
    const keys = asked!.outcome.doubts.map(({ key }) => key);
    const [done] = await savePasted(editor, at, writesOf(records, keys), published);
    expect(done!.outcome).toMatchObject({ ok: true, state: "published" });
  });

  it("asks about the line that is off the scale of the others, and publishes it when that is confirmed", async () => {
    const dossier = await makeDossier();
    const at = { kind: "tradeYear", dossierId: dossier.id } as const;
    const rows = [
      ["2012", "", "102911"],
      ["2013", "", "99"],
      ["2014", "", "100"],
    ];
    const records = await check(tradeIn(dossier, rows, { currency: "USD" }));
    expect(records.map(({ doubts }) => doubts.map(({ code }) => code))).toEqual([
      ["doubt.trade.outOfScale"],
      [],
      [],
    ]);
    const saved = await savePasted(editor, at, writesOf(records), published);
    expect(saved.map(({ outcome }) => (outcome.ok ? outcome.state : outcome.reason))).toEqual([
      "doubtful",
      "published",
      "published",
    ]);
    // The records that are published by now make the same doubt: one answer is enough for both.
    const [first] = saved;
    if (first!.outcome.ok || first!.outcome.reason !== "doubtful") throw new Error("no doubt was asked");
    const keys = first!.outcome.doubts.map(({ key }) => key);
    const [done] = await savePasted(editor, at, writesOf(records.slice(0, 1), keys), published);
    expect(done!.outcome).toMatchObject({ ok: true, state: "published" });
  });

  it("is written by those alone who may", async () => {
    const dossier = await makeDossier();
    const at = { kind: "tradeYear", dossierId: dossier.id } as const;
    const records = await check(tradeIn(dossier, [["2013", "", "8"]]));
    await expect(savePasted(someone("viewer"), at, writesOf(records), { as: "drafts" })).rejects.toThrow(
      Forbidden,
    );
    await expect(savePasted(someone("author"), at, writesOf(records), published)).rejects.toThrow(Forbidden);
    const [made] = await savePasted(someone("author"), at, writesOf(records), { as: "drafts" });
    expect(made!.outcome).toMatchObject({ ok: true, state: "draft" });
  });
});

it("recognises visits by their visitor and days, sources by their address, and nothing of another dossier", async () => {
  const [dossier, other] = [await makeDossier(), await makeDossier()];
  const visit = await makeDraft("visit", dossier, {
    visitor: "Ann Álvarez",
    began: "2019-05-07",
    ended: "2019-05-09",
  });
  const table = (of: Made, began: string): PastedTable => ({
    ...tradeIn(of, [["ANN ALVAREZ", began]]),
    kind: "visit",
    paths: ["visitor", "began"],
    units: ["", ""],
    every: { values: {}, source: null },
  });
  expect((await check(table(dossier, "8 May 2019")))[0]!.standing?.id).toBe(visit.id);
  expect((await check(table(dossier, "8 May 2020")))[0]!.standing).toBeNull();
  expect((await check(table(other, "8 May 2019")))[0]!.standing).toBeNull();
  const added = await check({ ...table(dossier, "8 May 2019"), added: new Set([0]) });
  expect(added[0]).toMatchObject({ standing: null, besides: { id: visit.id } });
  // A colleague's save in between is not written over.
  const [seen] = await check(table(dossier, "8 May 2019"));
  written(await saveDraft(someone("author"), visit, { ...visit.typed, visitor: "Ann Álvarez Ruiz" }));
  const [saved] = await savePasted(editor, { kind: "visit", dossierId: dossier.id }, writesOf([seen!]), {
    as: "drafts",
  });
  expect(saved!.outcome).toMatchObject({ ok: false, reason: "stale" });
});

describe("a pasted table of agreements", () => {
  it("does not state what the product's own files say of the day alone", async () => {
    const dossier = await makeDossier();
    const [record] = await check({
      ...tradeIn(dossier, [["A treaty", "no", "entry-into-force", "both", "2999-01-01"]]),
      kind: "agreement",
      paths: ["title", "inForce", "actions/action", "actions/party", "actions/date"],
      units: ["", "", "", "", ""],
      every: { values: {}, source: dossier.source },
    });
    expect(record!.typed).toMatchObject({ title: "A treaty", actions: [{ action: "entry-into-force" }] });
    expect(record!.typed).not.toHaveProperty("inForce");
    expect(record!.doubts.map(({ code }) => code)).not.toContain("doubt.agreement.statusAgainstActions");
  });
});
