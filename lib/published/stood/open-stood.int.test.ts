/** That each earlier moment shows just what stood then, through corrections, withdrawals and publications anew. */
import { expect, it } from "vitest";
import { publish } from "@/lib/desk/publish/publish";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { saveDraft } from "@/lib/desk/write/save";
import { trash } from "@/lib/desk/write/trash";
import type { Target } from "@/lib/desk/outcome";
import { database } from "@/lib/database/client";
import { dossierKinds } from "@/components/public/views";
import { cacheTag } from "@/lib/domain/cache-tags";
import { typedCopy } from "@/lib/domain/kept-copy";
import { kindOf } from "@/lib/domain/kinds/registry";
import type { Typed } from "@/lib/domain/fields/field";
import { makeDossier, makeDraft, makePublished, makeSource, someone, written } from "@/tests/support/make";
import { versionedIn } from "../names";
import { versionsOf } from "../versions";
import { collectTags } from "../note-tags";
import { stoodDossier } from "./open-stood";

const editor = someone("editor");

async function publishAgain(target: Target, typed: Typed): Promise<Target> {
  const { version } = written(await publish(editor, target, typed, { confirmed: "all" }));
  return { ...target, version };
}
const withdraw = async (target: Target) => ({
  ...target,
  version: written(await unpublish(editor, target)).version,
});

/** The instant of the last thing that was published or withdrawn. */
async function lastInstant(): Promise<string> {
  const [{ at }] = await database().$queryRaw<[{ at: Date }]>`
    SELECT max("at") AS "at" FROM "AuditEvent" WHERE "action" IN ('publish', 'unpublish', 'trash')`;
  return at.toISOString();
}

async function shownAt(dossierId: string, moment: string) {
  const found = await stoodDossier(dossierId, ["event"], moment);
  if (found.is !== "stood") return found;
  const records = await found.reads.recordsIn({ kinds: ["event"] }, "all");
  return {
    titles: records.map(({ title }) => title).sort(),
    since: found.since
      .map(({ happened, record, then }) => [happened, record?.title ?? null, then !== null])
      .sort(),
  };
}

const event = { type: "other", text: "Text." };

it("shows each moment as it stood, without what was withdrawn since", async () => {
  const dossier = await makeDossier();
  const bare = await lastInstant();
  const made = await makePublished("event", dossier, { ...event, title: "First wording" });
  const first = await lastInstant();
  const drafted = written(await saveDraft(editor, made, { ...made.typed, title: "Hidden draft wording" }));
  const second = await publishAgain(
    { ...made, version: drafted.version },
    { ...made.typed, title: "Second wording" },
  );
  const corrected = await lastInstant();
  const other = await makePublished("event", dossier, { ...event, title: "Other wording" });
  const both = await lastInstant();
  await makeDraft("event", dossier, { ...event, title: "Never published" });

  const at = (moment: string) => shownAt(dossier.id, moment);
  expect(await at(bare)).toEqual({
    titles: [],
    since: [
      ["added", "Other wording", false],
      ["added", "Second wording", false],
    ],
  });
  expect(await at(first)).toEqual({
    titles: ["First wording"],
    since: [
      ["added", "Other wording", false],
      ["changed", "Second wording", true],
    ],
  });
  expect(await at(corrected)).toEqual({
    titles: ["Second wording"],
    since: [["added", "Other wording", false]],
  });
  expect(await at(both)).toEqual({ titles: ["Other wording", "Second wording"], since: [] });

  // What is withdrawn stays away from all moments, told of by its kind alone; and from the moment of its withdrawal it is not told of.
  const gone = await withdraw(second);
  const without = await lastInstant();
  expect(await at(first)).toEqual({
    titles: [],
    since: [
      ["added", "Other wording", false],
      ["withdrawn", null, false],
    ],
  });
  expect(await at(both)).toEqual({ titles: ["Other wording"], since: [["withdrawn", null, false]] });
  expect(await at(without)).toEqual({ titles: ["Other wording"], since: [] });

  // Published again it comes back as it is now, and no earlier wording with it.
  await publishAgain(gone, { ...made.typed, title: "Third wording" });
  const again = await lastInstant();
  expect(await at(first)).toEqual({
    titles: [],
    since: [
      ["added", "Other wording", false],
      ["again", "Third wording", false],
    ],
  });
  expect(await at(without)).toEqual({
    titles: ["Other wording"],
    since: [["again", "Third wording", false]],
  });
  expect(await at(again)).toEqual({ titles: ["Other wording", "Third wording"], since: [] });

  written(await trash(editor, other));
  expect(await at(again)).toEqual({ titles: ["Third wording"], since: [["withdrawn", null, false]] });
  const all = await Promise.all([bare, first, corrected, both, without, again].map(at));
  for (const word of ["First wording", "Second wording", "Other wording", "Hidden", "Never"])
    expect(JSON.stringify(all)).not.toContain(word);
});

it("shows sources as they stood, and says that they have changed", async () => {
  const dossier = await makeDossier();
  const source = await makeSource({ title: "First title" });
  const cited = { citations: [{ source: source.id }] };
  await makePublished("event", dossier, { ...event, title: "An event", ...cited });
  const first = await lastInstant();
  const now = await database().entry.findUniqueOrThrow({ where: { id: source.id } });
  const typed = { ...typedCopy(kindOf("source"), now.draft), title: "Second title" };
  await publishAgain({ kind: "source", id: source.id, version: now.version }, typed);
  const found = await stoodDossier(dossier.id, ["event"], first);
  if (found.is !== "stood") throw new Error(found.is);
  const version = found.since[0]?.then ?? 0;
  expect(await versionedIn(found.record, source.id)).toMatchObject({ kind: "source", title: "Second title" });
  const versions = await versionsOf(source.id, { around: version, limit: 3 });
  expect(versions.map(({ title }) => title)).toEqual(["Second title", "First title"]);
  // Of a dossier that never cited it, it is nothing.
  const other = await stoodDossier((await makeDossier()).id, ["event"], await lastInstant());
  expect(other.is === "stood" && (await versionedIn(other.record, source.id))).toBeNull();
  const [noted] = await found.reads.numberedSources([source.id]);
  expect(noted?.source.title).toBe("First title");
  expect(
    found.since.map(({ kind, happened, record, then }) => [kind, happened, record?.title, then]),
  ).toEqual([["source", "changed", "Second title", expect.any(Number)]]);
});

it("has nothing to show before the first publication, and nothing of a dossier that was withdrawn since", async () => {
  const dossier = await makeDossier();
  const made = await makePublished("event", dossier, { ...event, title: "Of a dossier" });
  const stood = await lastInstant();
  expect(await shownAt(dossier.id, "2001-01-01T00:00:00.000Z")).toEqual({
    is: "before",
    first: expect.any(String) as string,
  });
  expect(await shownAt(dossier.id, stood)).toMatchObject({ titles: ["Of a dossier"] });

  const gone = await withdraw({ kind: "dossier", id: dossier.id, version: dossier.version });
  const hidden = await lastInstant();
  // Of what is not published now there is no page at all.
  expect((await shownAt(dossier.id, stood)) as object).toEqual({ is: "before", first: null });
  const { draft } = await database().entry.findUniqueOrThrow({ where: { id: dossier.id } });
  await publishAgain(gone, typedCopy(kindOf("dossier"), draft));
  expect(await shownAt(dossier.id, stood)).toEqual({ is: "away", at: hidden });
  expect(await shownAt(dossier.id, hidden)).toEqual({
    is: "before",
    first: expect.any(String) as string,
  });
  expect(await shownAt(dossier.id, await lastInstant())).toMatchObject({ titles: [made.typed.title] });
});

it("is made anew with each change of the dossier", async () => {
  const dossier = await makeDossier();
  const tags = new Set<string>();
  await collectTags(tags, async () => stoodDossier(dossier.id, dossierKinds, await lastInstant()));
  expect([...tags]).toContain(cacheTag.changes(dossier.id));
});
