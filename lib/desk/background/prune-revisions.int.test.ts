import { beforeAll, expect, it } from "vitest";
import { Forbidden } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { historyOf, prunedAt } from "@/lib/desk/read/history";
import { retentionRule, setRetention } from "@/lib/desk/settings/retention";
import { saveDraft } from "@/lib/desk/write/save";
import { required } from "@/lib/env";
import { makeDossier, makeDraft, someone, written } from "@/tests/support/make";
import { onClient } from "@/tests/support/on-client";
import { dueRetention, pruneRevisions } from "./prune-revisions";

const [admin, editor] = [someone("admin"), someone("editor")];
const never = () => false;

let record: Awaited<ReturnType<typeof makeDraft>>;

/** Saves the record as often as told; every third version is published. */
async function saveTimes(times: number): Promise<void> {
  for (let index = 0; index < times; index += 1) {
    const typed = { ...record.typed, title: `Title ${record.version}` };
    const isPublished = (record.version + 1) % 3 === 0;
    const { version } = written(
      isPublished
        ? await publish(editor, record, typed, { confirmed: "all" })
        : await saveDraft(editor, record, typed),
    );
    record = { ...record, version, typed };
  }
}

/** Makes the versions of a record up to one so many years old, as the owner alone can. */
async function age(upTo: number, years: number): Promise<void> {
  await onClient(required("directDatabaseUrl"), async (client) => {
    await client.query(`SET session_replication_role = replica`);
    await client.query(
      `UPDATE "Revision" SET "at" = now() - make_interval(years => $3) - interval '1 day' WHERE "entryId" = $1 AND "version" <= $2`,
      [record.id, upTo, years],
    );
    await client.query(`SET session_replication_role = origin`);
  });
}

const versions = async () =>
  (await database().revision.findMany({ where: { entryId: record.id }, orderBy: { version: "asc" } })).map(
    ({ version, action }) => `${version}${action === "publish" ? "!" : ""}`,
  );

beforeAll(async () => {
  const dossier = await makeDossier();
  record = await makeDraft("event", dossier, { citations: [{ source: dossier.source }] });
  await saveTimes(9);
});

it("lets no one delete a version while there is no rule, nor rewrite one ever", async () => {
  expect(await versions()).toEqual(["1", "2", "3!", "4", "5", "6!", "7", "8", "9!", "10"]);
  await age(8, 3);
  expect(await pruneRevisions(never)).toBe(0);
  expect(await dueRetention(new Date())).toEqual([]);
  const remove = `DELETE FROM "Revision" WHERE "entryId" = '${record.id}' AND "version" = 1`;
  await expect(database().$executeRawUnsafe(remove)).rejects.toThrow(/42501|permission denied/);
  await onClient(required("directDatabaseUrl"), async (client) => {
    await expect(client.query(remove)).rejects.toThrow("append-only");
    await expect(client.query(`UPDATE "Revision" SET "title" = 'x'`)).rejects.toThrow("append-only");
    await expect(client.query(`TRUNCATE "Revision"`)).rejects.toThrow("append-only");
  });
});

it("is set by admins alone, within bounds, over the rule that was seen", async () => {
  await expect(setRetention(editor, { years: "1", last: "", version: 0 })).rejects.toThrow(Forbidden);
  await expect(retentionRule(editor)).rejects.toThrow(Forbidden);
  for (const years of ["0", "101", "1.5", "-1", "one", "9".repeat(10_000)])
    expect(await setRetention(admin, { years, last: "", version: 0 })).toMatchObject({ field: "years" });
  expect(await setRetention(admin, { years: "2", last: "10001", version: 0 })).toMatchObject({
    field: "last",
  });
  expect(await setRetention(admin, { years: "2", last: "4", version: 0 })).toEqual({ ok: true });
  expect(await setRetention(admin, { years: "1", last: "", version: 0 })).toMatchObject({
    code: "retention.stale",
  });
  expect(await retentionRule(admin)).toMatchObject({ years: 2, last: 4, version: 1, lookedAt: null });
});

it("removes what the rule lets go and nothing that was published, and says so", async () => {
  expect(await dueRetention(new Date())).toEqual(["retention"]);
  // Told to stop, it does nothing; the application's own account then does it.
  expect(await pruneRevisions(() => true)).toBe(0);
  expect(await pruneRevisions(never)).toBe(4);
  expect(await versions()).toEqual(["3!", "6!", "7", "8", "9!", "10"]);
  expect(await dueRetention(new Date(Date.now() + 60_000))).toEqual([]);
  expect(await dueRetention(new Date(Date.now() + 25 * 60 * 60 * 1000))).toEqual(["retention"]);
  const events = await database().auditEvent.findMany({ where: { action: "prune" } });
  expect(events).toMatchObject([
    {
      entryId: record.id,
      byId: admin.id,
      byName: admin.name,
      subject: "event",
      detail: { versions: [1, 2, 4, 5] },
    },
  ]);
  expect(await prunedAt(editor, record.id)).toBe(events[0]!.at.toISOString());
  expect((await historyOf(editor, record.id)).map(({ version }) => version)).toEqual([10, 9, 8, 7, 6, 3]);
  expect(await retentionRule(admin)).toMatchObject({ pruned: 4 });
});

it("keeps the newest, what was published and three months, however narrow the rule", async () => {
  expect(await setRetention(admin, { years: "", last: "1", version: 1 })).toEqual({ ok: true });
  expect(await pruneRevisions(never)).toBe(2);
  expect(await versions()).toEqual(["3!", "6!", "9!", "10"]);
  await age(10, 50);
  await saveTimes(2);
  expect(await pruneRevisions(never)).toBe(1);
  expect(await versions()).toEqual(["3!", "6!", "9!", "11", "12!"]);
});
