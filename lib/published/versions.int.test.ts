/** That readers are told of what was published and withdrawn, and of no draft a word. */
import { expect, it } from "vitest";
import { pageOfFeed } from "@/app/api/files/feed-page";
import { publish } from "@/lib/desk/publish/publish";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { saveDraft } from "@/lib/desk/write/save";
import { trash } from "@/lib/desk/write/trash";
import type { Target } from "@/lib/desk/outcome";
import { cursorOf, readCursor } from "@/lib/domain/change-log";
import type { Typed } from "@/lib/domain/fields/field";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { statementsOf } from "@/tests/support/sent-statements";
import { loggedChanges, versionsOf, withdrawalOf } from "./versions";

const editor = someone("editor");

async function publishAgain(target: Target, typed: Typed, changeNote: string | null = null): Promise<Target> {
  const { version } = written(await publish(editor, target, typed, { confirmed: "all", changeNote }));
  return { ...target, version };
}
async function save(target: Target, typed: Typed): Promise<Target> {
  const { version } = written(await saveDraft(editor, target, typed));
  return { ...target, version };
}

it("tells what was added, changed, withdrawn and published again, and shows no version from before that", async () => {
  const dossier = await makeDossier();
  const event = { type: "other", text: "Text." };
  const made = await makePublished("event", dossier, { ...event, title: "First wording" });
  const drafted = await save(made, { ...made.typed, title: "Hidden draft wording" });
  const second = await publishAgain(
    drafted,
    { ...made.typed, title: "Second wording" },
    "Corrected the title.",
  );
  const titles = async () => (await versionsOf(made.id, { limit: 9 })).map(({ title }) => title);
  expect(await titles()).toEqual(["Second wording", "First wording"]);

  const gone = await makePublished("event", dossier, { ...event, title: "Withdrawn wording" });
  written(await unpublish(editor, gone));
  const draft = await makeDraft("event", dossier, { ...event, title: "Never published" });
  written(await trash(editor, draft));
  const log = async () => (await loggedChanges({ dossierId: dossier.id })).changes;
  expect(
    (await log()).map(({ happened, record, changeNote }) => [happened, record?.title, changeNote]),
  ).toEqual([
    ["withdrawn", undefined, null],
    ["changed", "Second wording", "Corrected the title."],
    ["added", "Second wording", null],
    ["added", expect.any(String), null],
  ]);
  for (const word of ["Hidden", "Withdrawn wording", "Never"])
    expect(JSON.stringify(await log())).not.toContain(word);
  expect(await versionsOf(gone.id, { limit: 9 })).toEqual([]);
  expect(await versionsOf(draft.id, { limit: 9 })).toEqual([]);
  // Who comes by the address of a version that was withdrawn is told when; of drafts and of what is shown there is nothing to tell.
  expect(await withdrawalOf(dossier.id, gone.id, gone.version)).toEqual({
    kind: "event",
    at: expect.any(String) as string,
  });
  for (const [id, version] of [
    [gone.id, gone.version + 1],
    [draft.id, draft.version],
    [made.id, made.version],
    [second.id, second.version],
  ] as const)
    expect(await withdrawalOf(dossier.id, id, version)).toBeNull();
  expect(await withdrawalOf((await makeDossier()).id, gone.id, gone.version)).toBeNull();

  // What was withdrawn and put right is shown as it was put right, and not as it was.
  const taken = written(await unpublish(editor, second));
  const back = await publishAgain(
    { ...second, version: taken.version },
    { ...made.typed, title: "Third wording" },
  );
  expect(await titles()).toEqual(["Third wording"]);
  expect((await log()).map(({ happened }) => happened)).toEqual(["again", "withdrawn", "withdrawn", "added"]);
  await save(back, { ...made.typed, title: "Another hidden draft" });
  expect(await titles()).toEqual(["Third wording"]);
});

it("goes on from page to page, by kind, by one statement each, and ends", async () => {
  const dossier = await makeDossier();
  for (const title of ["A", "B", "C", "D"])
    await makePublished("event", dossier, { title, type: "other", text: "T." });
  const seen: string[] = [];
  let after = null;
  for (let page = 0; page < 4; page += 1) {
    const asked = { dossierId: dossier.id, kind: "event" as const, after, limit: 2 };
    let found!: Awaited<ReturnType<typeof loggedChanges>>;
    expect(await statementsOf(async () => (found = await loggedChanges(asked)))).toHaveLength(1);
    seen.push(...found.changes.map(({ record }) => record?.title ?? ""));
    if (!found.hasMore) break;
    after = readCursor(cursorOf(found.changes.at(-1)!));
    expect(after).not.toBeNull();
  }
  expect(seen).toEqual(["D", "C", "B", "A"]);
  const ofSite = await loggedChanges({ dossierId: null, limit: 2 });
  expect(ofSite.changes.map(({ record }) => record?.title)).toEqual(["D", "C"]);
});

it("leads through all that was changed, a page of the feed after the other", async () => {
  const dossier = await makeDossier();
  for (const made of [0, 1, 2])
    await makePublished("event", dossier, { title: `Event ${made}`, type: "other", text: "T." });
  const page = (path: string) =>
    pageOfFeed(new Request(`http://localhost${path}`), "/x/feed.atom", dossier.id, 2);
  const first = await page("/x/feed.atom");
  expect([first.self, first.changes.map(({ title }) => title)]).toEqual([
    "/x/feed.atom",
    ["Event 2", "Event 1"],
  ]);
  const second = await page(first.next!);
  // The first that was made, and the dossier itself.
  expect(second.changes.map(({ title }) => title)).toEqual(["Event 0", expect.any(String)]);
  expect([second.self, second.next]).toEqual([first.next, null]);

  // What was withdrawn is told in its place, and a page holds no more for it.
  const gone = await makePublished("event", dossier, { title: "Gone", type: "other", text: "T." });
  written(await unpublish(editor, gone));
  const latest = await page("/x/feed.atom");
  expect(latest.withdrawals.map(({ kind }) => kind)).toEqual(["event"]);
  expect(latest.changes.map(({ title }) => title)).toEqual(["Event 2"]);
  expect(JSON.stringify(latest)).not.toContain("Gone");
  const behind = await page(latest.next!);
  expect([behind.withdrawals, behind.changes.map(({ title }) => title)]).toEqual([
    [],
    ["Event 1", "Event 0"],
  ]);
});

it("shows nothing of a dossier that is withdrawn", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier, { title: "Of a dossier", type: "other", text: "T." });
  written(await unpublish(editor, { kind: "dossier", id: dossier.id, version: dossier.version }));
  expect(await versionsOf(event.id, { limit: 9 })).toEqual([]);
  expect((await loggedChanges({ dossierId: dossier.id })).changes).toEqual([]);
});

it.each([
  "",
  "1",
  "99999999999999999-a",
  "1764177600000-nothing",
  "1764177600000-01a20992-3cba-752a-8dd1-bc8843b557fC",
])("takes %j for no cursor", (text) => expect(readCursor(text)).toBeNull());
