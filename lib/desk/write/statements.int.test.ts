/** What a write costs: each statement is a round trip to the database. */
import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { statementsOf } from "@/tests/support/sent-statements";
import { makeDossier, makeDraft, makePublished, makeSource, someone } from "@/tests/support/make";
import type { Outcome } from "../outcome";
import { createAndPublish } from "../publish/create-published";
import { publish } from "../publish/publish";
import { createDraft, saveDraft } from "./save";

const editor = someone("editor");

/** How many statements a write takes that has to come out as said. */
async function countOf(write: () => Promise<Outcome>, isOk = true): Promise<number> {
  // Opens the connection, which says a word of its own first.
  await database().$queryRaw`SELECT 1`;
  let outcome: Outcome | undefined;
  const sent = await statementsOf(async () => {
    outcome = await write();
  });
  expect(outcome).toMatchObject({ ok: isOk });
  return sent.length;
}

it("a save is at most four statements, whatever the record refers to and whatever becomes of it", async () => {
  const dossier = await makeDossier();
  const sources = await Promise.all([makeSource(), makeSource(), makeSource()]);
  const agreement = await makePublished("agreement", dossier);
  const overrides = { agreements: [agreement.id], citations: sources.map(({ id }) => ({ source: id })) };
  const draft = await makeDraft("visit", dossier, overrides);
  const published = await makePublished("visit", dossier, overrides);
  const year = await makeDraft("tradeYear", dossier);
  const target = { kind: "dossier" as const, id: dossier.id, version: dossier.version };
  const pair = {
    countryA: dossier.parties[0],
    countryB: dossier.parties[1],
    citations: [{ source: dossier.source }],
  };

  const counts = {
    "a new draft": await countOf(() =>
      createDraft(editor, { kind: "visit", dossierId: dossier.id }, draft.typed),
    ),
    "a draft": await countOf(() => saveDraft(editor, draft, { ...draft.typed, purpose: "Another" })),
    "one that changes nothing": await countOf(() =>
      saveDraft(editor, { ...draft, version: 2 }, { ...draft.typed, purpose: "Another" }),
    ),
    "a stale draft": await countOf(() => saveDraft(editor, draft, draft.typed), false),
    "a published record": await countOf(() =>
      saveDraft(editor, published, { ...published.typed, purpose: "Another" }),
    ),
    "a year of trade": await countOf(() => saveDraft(editor, year, { ...year.typed, note: "Another" })),
    "a dossier": await countOf(() => saveDraft(editor, target, pair)),
  };
  for (const [what, count] of Object.entries(counts))
    expect([what, count <= 4 ? "few" : count]).toEqual([what, "few"]);
});

it("a publication is some fifteen statements, the transaction's own among them", async () => {
  const dossier = await makeDossier();
  const event = await makeDraft("event", dossier);
  const typed = { ...event.typed, title: "Another" };
  const created = () => createAndPublish(editor, { kind: "event", dossierId: dossier.id }, typed);
  const counts = {
    "the first": await countOf(() => publish(editor, event, event.typed)),
    "the next": await countOf(() => publish(editor, { ...event, version: 2 }, typed)),
    "one of a new record": await countOf(async () => (await created()).outcome),
  };
  for (const [what, count] of Object.entries(counts))
    expect([what, count <= 16 ? "few" : count]).toEqual([what, "few"]);
});
