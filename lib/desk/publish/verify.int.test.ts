import { expect, it } from "vitest";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import { kindKeys, kinds } from "@/lib/domain/kinds/registry";
import { recentChanges } from "@/lib/published/changes";
import { recordBySlug } from "@/lib/published/records";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { dashboard } from "../read/dashboard";
import { historyOf } from "../read/history";
import { listEntries } from "../read/list";
import { openEntry } from "../read/open";
import { saveDraft } from "../write/save";
import { publish } from "./publish";
import { verify } from "./verify";
import { unpublish } from "./withdraw";

const editor = someone("editor", "Ann");
const db = database();

const standing = async (id: string) => {
  const { lastVerifiedAt, ...record } = await db.record.findUniqueOrThrow({ where: { id } });
  const { lastVerifiedAt: kept, ...entry } = await db.entry.findUniqueOrThrow({ where: { id } });
  return { verified: lastVerifiedAt, kept, rest: { record, entry } };
};
const notices = (recordId: string) => db.outbox.findMany({ where: { recordId }, orderBy: { id: "asc" } });

it("says when a record was verified, and changes nothing else of it", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier);
  const before = await standing(event.id);
  const changes = await recentChanges({ dossierId: dossier.id, limit: 9 });
  expect(await verify(editor, event)).toMatchObject({ ok: true, version: event.version, state: "published" });

  const after = await standing(event.id);
  expect(after.rest).toEqual(before.rest);
  expect([before.verified, after.verified !== null]).toEqual([null, true]);
  expect(after.kept).toEqual(after.verified);
  expect(await recentChanges({ dossierId: dossier.id, limit: 9 })).toEqual(changes);
  const { slug } = (await notices(event.id))[0]!;
  const read = await recordBySlug(dossier.id, "event", slug);
  expect(read).toMatchObject({ verifiedAt: after.verified!.toISOString(), version: event.version });
  const touched = (await notices(event.id)).at(-1)!;
  expect(touched.tags).toEqual([cacheTag.verified(event.id), cacheTag.verifications(dossier.id, "event")]);

  const lines = await historyOf(editor, event.id, { take: 1 });
  expect(lines.map(({ action, byName, version }) => [action, byName, version])).toEqual([
    ["verify", "Ann", event.version],
    ["publish", "Test editor", event.version],
  ]);
  // Once a day is enough, and by then someone else may have said it.
  const told = (await notices(event.id)).length;
  expect(await verify(someone("admin"), event)).toMatchObject({ ok: true, isUnchanged: true });
  expect((await notices(event.id)).length).toBe(told);
  expect((await standing(event.id)).verified).toEqual(after.verified);
});

it("is said of every kind, and of a source in each dossier that cites it", async () => {
  const dossier = await makeDossier();
  for (const kind of kindKeys.filter((one) => kinds[one].inDossier))
    written(await verify(editor, await makePublished(kind, dossier)));
  const own = await openEntry(editor, "dossier", dossier.id);
  written(await verify(editor, { id: dossier.id, kind: "dossier", version: own!.version }));
  expect((await notices(dossier.id)).at(-1)!.tags).toEqual([cacheTag.verified(dossier.id)]);
  const source = await openEntry(editor, "source", dossier.source);
  written(await verify(editor, { id: dossier.source, kind: "source", version: source!.version }));
  expect((await notices(dossier.source)).at(-1)!.tags).toEqual([
    cacheTag.verified(dossier.source),
    cacheTag.verifications(dossier.id, "source"),
  ]);
});

it("is refused to who may not publish, of another version, and of what readers do not see as it stands", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier);
  for (const role of ["viewer", "author"] as const)
    await expect(verify(someone(role), event)).rejects.toThrow();
  expect(await verify(editor, { ...event, version: 1 })).toMatchObject({ ok: false, reason: "stale" });
  const saved = written(await saveDraft(editor, event, { ...event.typed, text: "Another" }));
  const changed = { ...event, version: saved.version };
  const wrongState = { ok: false, reason: "blocked", code: "wrongState" };
  expect(await verify(editor, changed)).toMatchObject(wrongState);
  expect(await verify(editor, await makeDraft("event", dossier))).toMatchObject(wrongState);
  expect((await standing(event.id)).verified).toBeNull();
});

it("stays said through changes and until it is published again, and no publication says it", async () => {
  const dossier = await makeDossier();
  const event = await makePublished("event", dossier);
  written(await verify(editor, event));
  const { verified } = await standing(event.id);
  const again = written(await publish(editor, event, { ...event.typed, text: "Another" }));
  expect((await standing(event.id)).verified).toEqual(verified);
  const down = written(await unpublish(editor, { ...event, version: again.version }));
  written(await publish(editor, { ...event, version: down.version }, event.typed));
  expect((await standing(event.id)).verified).toEqual(verified);
});

it("lists what was not verified for longest: first what never was, then by the day, in pages", async () => {
  const dossier = await makeDossier();
  const made = [];
  for (let index = 0; index < 53; index += 1) made.push(await makePublished("event", dossier));
  const [old, older, ...never] = made as [(typeof made)[0], (typeof made)[0], ...typeof made];
  await makeDraft("event", dossier);
  const on = (id: string, day: string) =>
    db.entry.update({ where: { id }, data: { lastVerifiedAt: new Date(day) } });
  await on(old.id, "2025-02-03T04:05:06.007Z");
  await on(older.id, "2024-02-03T04:05:06.007Z");
  const inOrder = [...never.map(({ id }) => id).sort(), older.id, old.id];
  const query = { sort: "verified", direction: "asc", dossierId: dossier.id } as const;
  const first = await listEntries(editor, "event", query);
  const second = await listEntries(editor, "event", { ...query, cursor: first.next! });
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(inOrder);
  const back = await listEntries(editor, "event", { ...query, cursor: second.previous! });
  expect(back.rows).toEqual(first.rows);
  expect(second.rows.at(-1)!.verifiedAt).toBe("2025-02-03T04:05:06.007Z");
  const { unverified } = await dashboard(editor);
  expect(unverified).toHaveLength(10);
  expect(unverified.every(({ verifiedAt }) => verifiedAt === null)).toBe(true);
});
