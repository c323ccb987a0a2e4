import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { v7 } from "uuid";
import { actorFor } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { Typed } from "@/lib/domain/fields/field";
import { required } from "@/lib/env";
import { brokenInvariants } from "@/tests/support/desk-invariants";
import { isAwaited, lockedBy } from "@/tests/support/is-awaited";
import { makeDossier, makeDraft, makePublished, makeSource, someone, written } from "@/tests/support/make";
import { statementsOf } from "@/tests/support/sent-statements";
import { statements } from "@/tests/support/test-postgres";
import { askForChange, askForUndo } from "../bulk/ask-for-change";
import type { BulkAction } from "../bulk/change-set";
import { openChangeSet } from "../bulk/read-change-set";
import { beginChangeSet, runChangeSet } from "../bulk/run-change-set";
import type { Target } from "../outcome";
import { createDraft, saveDraft } from "../write/save";
import { trash } from "../write/trash";
import { publish } from "./publish";

const db = database();
const id = v7();
const editor = actorFor(
  await db.user.create({
    data: { id, email: `${id}@example.org`, name: "Editor", role: "editor", passwordHash: "none" },
  }),
);

async function begun(action: BulkAction, targets: readonly Target[]): Promise<string> {
  const asked = await askForChange(editor, action, { kind: targets[0]!.kind, rows: targets });
  if (!asked.ok) throw new Error(asked.reason);
  await beginChangeSet(editor, { id: asked.id, version: 1 }, { confirmAll: true });
  return asked.id;
}

async function done(action: BulkAction, targets: readonly Target[]) {
  const set = await begun(action, targets);
  await runChangeSet(set);
  return (await openChangeSet(editor, set))!;
}

/** A dossier with visits of every sort: the same titles, alike, with rows, changed, with sources new to it, one of them a draft. */
async function house() {
  const dossier = await makeDossier();
  const cited = [await makeSource(), await makeSource(), await draftSource()];
  const agreement = await makePublished("agreement", dossier, { title: "An agreement" });
  const citing = (place: number, further: Typed = {}): Typed => ({
    ...{ visitor: "A visitor", began: `2001-02-0${place + 1}`, places: "Astana", office: "Minister" },
    ...{ citations: [{ source: cited[place % 3]!.id }, { source: dossier.source }], ...further },
  });
  const meeting = { host: "A host", office: "Minister", manner: "official" };
  const drafts = [
    await makeDraft("visit", dossier, citing(0)),
    await makeDraft("visit", dossier, citing(1, { meetings: [meeting], agreements: [agreement.id] })),
    await makeDraft("visit", dossier, citing(1)),
    await makeDraft("visit", dossier, citing(2)),
    await makeDraft("visit", dossier, citing(3, { visitor: "Another" })),
  ];
  const shown = await makePublished("visit", dossier, citing(4, { visitor: "Shown" }));
  const typed = { ...shown.typed, purpose: "Changed", citations: [{ source: cited[1]!.id }] };
  const { version } = written(await saveDraft(editor, shown, typed));
  return { dossier, cited, agreement, targets: [...drafts, { ...shown, version }] };
}

async function draftSource(): Promise<{ id: string }> {
  const typed = { title: "A draft of a source", publisher: "A publisher" };
  return written(await createDraft(editor, { kind: "source", dossierId: null }, typed));
}

/** All that publishing leaves behind of a house, without its ids, times, and the words for its countries. */
async function leftBehind({ dossier, cited, agreement, targets }: Awaited<ReturnType<typeof house>>) {
  const names = new Map([
    [dossier.id, "dossier"],
    [dossier.source, "own source"],
    [agreement.id, "agreement"],
  ]);
  cited.forEach((one, place) => names.set(one.id, `source ${place}`));
  targets.forEach((one, place) => names.set(one.id, `visit ${place}`));
  const ids = targets.map((one) => one.id);
  const rows = await db.$queryRaw<unknown[]>`
    SELECT e."id", e."state", e."version", e."slug", to_jsonb(r) - '{firstPublishedAt,lastPublishedAt,title,searchText,searchWords}'::text[] AS "record",
      to_jsonb(t) AS "typed", (SELECT jsonb_agg(to_jsonb(m) - 'id' ORDER BY m."position") FROM "VisitMeeting" m WHERE m."visitId" = e."id") AS "meetings",
      (SELECT jsonb_agg(to_jsonb(c) - 'id' ORDER BY c."position") FROM "Citation" c WHERE c."recordId" = e."id") AS "citations",
      (SELECT jsonb_agg(l."toId" || l."field" ORDER BY l."toId", l."field") FROM "EntryLink" l WHERE l."fromId" = e."id") AS "links",
      (SELECT jsonb_agg(jsonb_build_array(v."version", v."action", (SELECT array_agg(d->>'code' ORDER BY d->>'code') FROM jsonb_path_query(v."confirmed", '$.*') d)) ORDER BY v."version")
        FROM "Revision" v WHERE v."entryId" = e."id") AS "revisions",
      (SELECT jsonb_agg(jsonb_build_array(a."version", a."action", a."detail") ORDER BY a."version") FROM "AuditEvent" a WHERE a."entryId" = e."id") AS "events"
    FROM "Entry" e LEFT JOIN "Record" r ON r."id" = e."id" LEFT JOIN "Visit" t ON t."id" = e."id" WHERE e."id" = ANY(${ids}::uuid[])`;
  const numbers = await db.sourceNumber.findMany({
    where: { dossierId: dossier.id },
    orderBy: { number: "asc" },
  });
  const outbox = await db.outbox.findMany({ where: { recordId: { in: ids } }, orderBy: { id: "asc" } });
  const kept = await db.recordCount.findMany({ where: { dossierId: dossier.id }, orderBy: { kind: "asc" } });
  // Together each says that the dossier's sources changed which cites one of them anew, one by one the first that does.
  const sources = cacheTag.sources(dossier.id);
  const told = outbox.map(({ recordId, action, slug, tags }) => [
    ...[recordId, action, slug],
    tags.filter((tag) => tag !== sources).sort(),
  ]);
  const areSourcesTold = outbox.some(({ tags }) => tags.includes(sources));
  const text = JSON.stringify({ rows, numbers, told, areSourcesTold, kept }, null, 1)
    .replaceAll(dossier.parties[0], "AA")
    .replaceAll(dossier.parties[1], "BB");
  const named = [...names].reduce((all, [from, to]) => all.replaceAll(from, to), text);
  return named
    .split("\n")
    .map((line) => line.replace(/,$/, ""))
    .sort();
}

it("leaves behind what publishing one by one leaves, whatever the records are like", async () => {
  const [one, other] = [await house(), await house()];
  for (const target of one.targets)
    written(await publish(editor, target, "asItStands", { confirmed: "all" }));
  expect((await done("publish", other.targets)).counts).toMatchObject({ done: 6, refused: 0 });
  expect(await brokenInvariants([...one.targets, ...other.targets].map((target) => target.id))).toEqual([]);
  expect(await leftBehind(other)).toEqual(await leftBehind(one));
});

it("logs what breaks many at once, beside what breaks each", async () => {
  const dossier = await makeDossier();
  const set = await begun("publish", [await makeDraft("visit", dossier), await makeDraft("visit", dossier)]);
  const owner = required("directDatabaseUrl");
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await statements(
    owner,
    `CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$`,
    `CREATE TRIGGER broken BEFORE INSERT ON "Outbox" FOR EACH ROW EXECUTE FUNCTION broken()`,
  );
  try {
    await runChangeSet(set);
    expect(logged).toHaveBeenCalledTimes(3);
  } finally {
    logged.mockRestore();
    await statements(owner, `DROP TRIGGER broken ON "Outbox"`, `DROP FUNCTION broken()`);
  }
  expect((await openChangeSet(editor, set))!.counts).toMatchObject({ done: 0, refused: 2 });
});

it("settles what is submitted while it begins", async () => {
  const dossier = await makeDossier();
  const drafts = [await makeDraft("visit", dossier), await makeDraft("visit", dossier)];
  const [first] = drafts;
  const set = await begun("publish", drafts);
  let publishing: Promise<unknown> | undefined;
  await db.$transaction(async (tx) => {
    const holder = await lockedBy(tx, first!.id);
    publishing = runChangeSet(set);
    await isAwaited(holder);
    await tx.review.create({
      data: {
        ...{ id: v7(), entryId: first!.id, entryVersion: first!.version, note: "" },
        ...{ madeById: editor.id!, madeByName: editor.name },
      },
    });
  });
  await publishing;
  expect((await openChangeSet(editor, set))!.counts).toMatchObject({ done: 2 });
  expect(await db.review.findFirst({ where: { entryId: first!.id } })).toMatchObject({ state: "withdrawn" });
});

it("takes few statements for many records, as taking them back does", async () => {
  const dossier = await makeDossier();
  const drafts: Target[] = [];
  for (let number = 0; number < 30; number += 1) drafts.push(await makeDraft("visit", dossier));
  const set = await begun("publish", drafts);
  const sent = await statementsOf(() => runChangeSet(set));
  const undo = (await askForUndo(editor, set))!;
  await beginChangeSet(editor, { id: undo, version: 1 }, {});
  const back = await statementsOf(() => runChangeSet(undo));
  expect((await openChangeSet(editor, undo))?.counts).toMatchObject({ done: 30 });
  expect([sent.length, back.length].map((count) => (count <= 40 ? "few" : count))).toEqual(["few", "few"]);
});

it("holds under other hands, and publishes each record once or says why not", async () => {
  const hand = fc.record({
    act: fc.constantFrom("save", "publish", "trash", "another"),
    place: fc.nat(7),
    after: fc.nat(12),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(hand, { maxLength: 5 }), fc.constantFrom(1, 2), async (hands, servers) => {
      const dossier = await makeDossier();
      const drafts: Awaited<ReturnType<typeof makeDraft>>[] = [];
      for (let number = 0; number < 8; number += 1) drafts.push(await makeDraft("event", dossier));
      const set = await begun("publish", drafts);
      const colleague = someone("editor");
      const acts = hands.map(async ({ act, place, after }) => {
        // So many turns of the database later.
        for (let turn = 0; turn < after; turn += 1) await db.$queryRaw`SELECT 1`;
        const draft = drafts[place]!;
        if (act === "save") await saveDraft(colleague, draft, { ...draft.typed, text: `Text ${after}` });
        else if (act === "publish") await publish(colleague, draft, draft.typed, { confirmed: "all" });
        else if (act === "trash") await trash(colleague, draft);
        else await makePublished("event", dossier);
      });
      await Promise.all([...acts, ...Array.from({ length: servers }, () => runChangeSet(set))]);
      expect(await brokenInvariants(drafts.map((draft) => draft.id))).toEqual([]);
      const { items, counts } = (await openChangeSet(editor, set))!;
      expect(counts.waiting).toBe(0);
      const events = await db.auditEvent.findMany({
        where: { byId: editor.id, action: "publish", entryId: { in: drafts.map((draft) => draft.id) } },
      });
      expect(events.map(({ entryId }) => entryId).sort()).toEqual(
        items.flatMap((item) => (item.state === "done" ? [item.id] : [])).sort(),
      );
      for (const { refusal } of items) if (refusal) expect(["stale", "blocked"]).toContain(refusal.reason);
      const [counted] = await db.$queryRaw<{ kept: number; real: number }[]>`
        SELECT (SELECT coalesce(sum("count"), 0)::int FROM "RecordCount" WHERE "dossierId" = ${dossier.id}::uuid AND "kind" = 'event') AS "kept",
          (SELECT count(*)::int FROM "Record" WHERE "dossierId" = ${dossier.id}::uuid AND "kind" = 'event') AS "real"`;
      expect(counted?.kept).toBe(counted?.real);
    }),
    { numRuns: 25 },
  );
});
