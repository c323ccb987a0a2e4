/** What was kept of what others did to many records or had done at a time, as an account reads it that is limited to some dossiers. */
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { type Actor, actorFor } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { makeDossier, makeDraft, makePublished, makeSource, written } from "@/tests/support/make";
import { askForChange, askForUndo } from "./bulk/ask-for-change";
import { openChangeSet, trashedWith } from "./bulk/read-change-set";
import { beginChangeSet, runChangeSet } from "./bulk/run-change-set";
import type { Target } from "./outcome";
import { publish } from "./publish/publish";
import { scheduledFor } from "./scheduled/read-scheduled";
import { runScheduled } from "./scheduled/run-scheduled";
import { scheduleMove } from "./scheduled/schedule";
import { saveDraft } from "./write/save";

const db = database();
let own: Awaited<ReturnType<typeof makeDossier>>;
let other: typeof own;
/** Without limits, and limited to the first dossier. */
let everywhere: Actor & { id: string };
let limited: typeof everywhere;

async function account(limitedTo: readonly string[] | null): Promise<typeof everywhere> {
  const id = v7();
  const data = { id, email: `${id}@example.org`, name: "An editor", role: "editor", passwordHash: "none" };
  const limits = { isLimited: limitedTo !== null, limitedTo: [...(limitedTo ?? [])] };
  return { ...actorFor(await db.user.create({ data: { ...data, ...limits } })), id };
}

beforeAll(async () => {
  [own, other] = [await makeDossier(), await makeDossier()];
  [everywhere, limited] = [await account(null), await account([own.id])];
});

type Row = Pick<Target, "id" | "kind"> & { version: number };

async function done(by: Actor, action: "trash" | "unpublish", rows: readonly Row[]): Promise<string> {
  const asked = await askForChange(by, action, { kind: rows[0]!.kind, rows });
  if (!asked.ok) throw new Error(asked.reason);
  await beginChangeSet(by, { id: asked.id, version: 1 }, {});
  await runChangeSet(asked.id);
  return asked.id;
}

/** A published source that a record of the limited's dossier cites, one of another as readers see it, and one that is a draft. */
async function citedEverywhere() {
  const source = await makeSource();
  const cites = { citations: [{ source: source.id }] };
  const mine = await makePublished("event", own, { title: "Sundew mine", ...cites });
  const shown = await makePublished("event", other, { title: "Sundew shown", ...cites });
  // Its title at the desk is another by now.
  written(
    await saveDraft(everywhere, { ...shown, kind: "event" }, { ...shown.typed, title: "Sundew renamed" }),
  );
  const secret = await makeDraft("event", other, { title: "Sundew secret", ...cites });
  const { version } = await db.entry.findUniqueOrThrow({ where: { id: source.id } });
  return { source: { id: source.id, kind: "source" as const, version }, mine, shown, secret };
}

const titles = (records: readonly { title: string; isElsewhere?: true }[]) =>
  records.map(({ title, isElsewhere }) => [title, isElsewhere]).sort();

it("a refusal names records of other dossiers as they are published, without a way there, to an account with limits", async () => {
  const { source, secret } = await citedEverywhere();
  const set = await done(everywhere, "trash", [source]);
  const told = async (by: Actor) => {
    const refusal = (await openChangeSet(by, set))?.items[0]?.refusal;
    return refusal?.reason === "blocked" ? refusal.records : [];
  };
  expect(titles(await told(everywhere)).map(([title]) => title)).toContain("Sundew secret");
  expect(titles(await told(limited))).toEqual([
    ["Sundew mine", undefined],
    ["Sundew shown", true],
  ]);
  expect((await told(limited)).map(({ id }) => id)).not.toContain(secret.id);
  // Seen by the limited first, it leads everywhere for those without limits.
  const again = await done(limited, "trash", [source]);
  const read = (await openChangeSet(everywhere, again))!.items[0]!.refusal;
  expect(read).toMatchObject({ reason: "blocked" });
  expect(JSON.stringify(read)).not.toContain("isElsewhere");
});

it("so does that of what was scheduled", async () => {
  const source = await makeSource();
  written(await publish(everywhere, source, "asItStands", { confirmed: "all" }));
  const { version } = await db.entry.findUniqueOrThrow({ where: { id: source.id } });
  const atNine = { day: "2028-12-03", time: "09:00", zone: "Asia/Almaty", move: "unpublish" as const };
  const scheduled = await scheduleMove(
    everywhere,
    { ...source, version },
    { ...atNine, confirmed: [], replaces: null },
    new Date("2026-11-27T00:00:00Z"),
  );
  if (!scheduled.ok) throw new Error(JSON.stringify(scheduled));
  const cites = { citations: [{ source: source.id }] };
  await makePublished("event", own, { title: "Milfoil mine", ...cites });
  const shown = await makePublished("event", other, { title: "Milfoil shown", ...cites });
  const hidden = await makePublished("event", other, { title: "Milfoil hidden", ...cites });
  await runScheduled(scheduled.id, new Date("2028-12-03T05:00:00Z"));
  await done(everywhere, "unpublish", [{ ...hidden, kind: "event" }]);
  const told = async (by: Actor) => {
    const result = (await scheduledFor(by, source.id)).unnoted[0]?.result;
    return result?.state === "refused" && result.refusal.reason === "blocked" ? result.refusal.records : [];
  };
  expect(titles(await told(everywhere))).toEqual([
    ["Milfoil hidden", undefined],
    ["Milfoil mine", undefined],
    ["Milfoil shown", undefined],
  ]);
  expect(titles(await told(limited))).toEqual([
    ["Milfoil mine", undefined],
    ["Milfoil shown", true],
  ]);
  expect((await told(limited)).find(({ isElsewhere }) => isElsewhere)?.id).toBe(shown.id);
});

it("a set that also changed records of other dossiers is taken back by those who see them all", async () => {
  const [mine, theirs] = [await makeDraft("event", own), await makeDraft("event", other)];
  const set = await done(everywhere, "trash", [mine, theirs]);
  const begun = await askForUndo(everywhere, set);
  expect(await askForUndo(limited, set)).toBeNull();
  expect(await db.changeSet.count({ where: { id: begun! } })).toBe(1);
  expect(await trashedWith(limited, mine.id)).toBeNull();
  expect(await trashedWith(everywhere, mine.id)).toEqual({ id: set, count: 2 });
  expect(await openChangeSet(limited, set)).toMatchObject({ isWhole: false, counts: { done: 1 } });
  expect(await openChangeSet(everywhere, set)).toMatchObject({ isWhole: true, counts: { done: 2 } });

  const [one, two] = [await makeDraft("event", own), await makeDraft("event", own)];
  const within = await done(everywhere, "trash", [one, two]);
  expect(await trashedWith(limited, one.id)).toEqual({ id: within, count: 2 });
  expect(await openChangeSet(limited, within)).toMatchObject({ isWhole: true });
  expect(await askForUndo(limited, within)).not.toBeNull();
});

it("so is a set of whole dossiers, of which one is not theirs", async () => {
  const [mine, theirs] = [await makeDossier(), await makeDossier()];
  const ofMine = await account([mine.id]);
  const rows = [mine, theirs].map(({ id, version }) => ({ id, kind: "dossier" as const, version }));
  const set = await done(everywhere, "trash", rows);
  expect(await askForUndo(ofMine, set)).toBeNull();
  expect(await trashedWith(ofMine, mine.id)).toBeNull();
  expect(await askForUndo(everywhere, set)).not.toBeNull();
});
