import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, someone, written } from "@/tests/support/make";
import type { AskedDoubt, Outcome } from "../outcome";
import { historyOf } from "../read/history";
import { openEntry } from "../read/open";
import { saveDraft } from "../write/save";
import { createAndPublish } from "./create-published";
import { publish } from "./publish";

const editor = someone("editor");
const rounded = { year: "2008", exportsA: "12300000", exportsB: "45600000", total: "58000000" };

function asked(outcome: Outcome): AskedDoubt[] {
  if (outcome.ok || outcome.reason !== "doubtful") throw new Error(JSON.stringify(outcome));
  return outcome.doubts;
}

it("asks a doubt once, keeps the answer in the revision, and asks again only about other values", async () => {
  const dossier = await makeDossier();
  const draft = await makeDraft("tradeYear", dossier, rounded);

  const doubts = asked(await publish(editor, draft, draft.typed));
  expect(doubts).toMatchObject([
    { path: "total", code: "doubt.trade.partsDoNotAddUp", params: { sum: "57,900,000" } },
  ]);
  expect(await openEntry(editor, "tradeYear", draft.id)).toMatchObject({ version: 1, state: "draft" });

  const confirmed = doubts.map(({ key }) => key);
  const first = written(await publish(editor, draft, draft.typed, { confirmed }));
  const [line] = await historyOf(editor, draft.id);
  expect(line).toMatchObject({ action: "publish", byName: editor.name });
  expect(line!.confirmed).toMatchObject([{ path: "total", code: "doubt.trade.partsDoNotAddUp" }]);

  const noted = { ...draft.typed, note: "Rounded by the source" };
  const second = written(await publish(editor, { ...draft, version: first.version }, noted));
  expect((await historyOf(editor, draft.id))[0]!.confirmed).toEqual([]);

  const other = { ...noted, total: "58100000" };
  const target = { ...draft, version: second.version };
  expect(asked(await publish(editor, target, other, { confirmed }))).toHaveLength(1);
  const record = await database().tradeYear.findUniqueOrThrow({ where: { id: draft.id } });
  expect(String(record.total)).toBe("58000000");
});

it("makes nothing of a new record whose doubts are not confirmed, and all of it once they are", async () => {
  const dossier = await makeDossier();
  const { typed } = await makeDraft("tradeYear", dossier, { ...rounded, year: "2009" });
  const fresh = { ...typed, year: "2010" };
  const where = { kind: "tradeYear" as const, dossierId: dossier.id };
  const count = () => database().entry.count({ where });

  const before = await count();
  const doubts = asked((await createAndPublish(editor, where, fresh)).outcome);
  expect(await count()).toBe(before);
  const confirmed = doubts.map(({ key }) => key);
  written((await createAndPublish(editor, where, fresh, { confirmed })).outcome);
  expect(await count()).toBe(before + 1);
});

it("saves a draft that contradicts itself, with what is wrong, and does not publish it", async () => {
  const dossier = await makeDossier();
  const draft = await makeDraft("visit", dossier);
  const typed = { ...draft.typed, began: "2014-09-12", ended: "2014-09-10" };
  const saved = written(await saveDraft(editor, draft, typed));
  const mistake = { path: "ended", code: "visit.endsBeforeItBegins" };
  expect(saved.warnings).toMatchObject([mistake]);
  const opened = (await openEntry(editor, "visit", draft.id))!;
  expect(opened.typed).toMatchObject({ ended: "2014-09-10" });
  expect(opened.warnings).toMatchObject([mistake]);
  expect(await publish(editor, { ...draft, version: saved.version }, typed)).toMatchObject({
    ok: false,
    reason: "invalid",
    problems: [mistake],
  });
});
