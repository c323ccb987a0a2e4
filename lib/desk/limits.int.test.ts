/** What an account that is limited to some dossiers can write at the desk, and that a limit that is set in mid-save stops it. */
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, actorFor, Forbidden, type Role } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import { makeDossier, makeDraft, makePublished, someone, typedFor, written } from "@/tests/support/make";
import { until } from "@/tests/support/until";
import { calendarAddress } from "@/tests/support/calendar-address";
import { askForChange } from "./bulk/ask-for-change";
import { beginChangeSet, runChangeSet } from "./bulk/run-change-set";
import { addComment, replyTo, settleComment } from "./comments/write-comment";
import type { Target } from "./outcome";
import { createAndPublish } from "./publish/create-published";
import { publish } from "./publish/publish";
import { readdress } from "./publish/readdress";
import { verify } from "./publish/verify";
import { unpublish } from "./publish/withdraw";
import { restoreRevision } from "./read/revisions";
import { setReview } from "./review/review-setting";
import { submitForReview } from "./review/submit";
import { runScheduled } from "./scheduled/run-scheduled";
import { scheduleMove } from "./scheduled/schedule";
import { calendarLinks } from "./settings/calendar-links";
import { addSubject } from "./settings/subjects";
import { autosave } from "./write/autosave";
import { discard } from "./write/discard";
import { notePresence } from "./write/presence";
import { createDraft, saveDraft } from "./write/save";
import { savePasted } from "./write/save-pasted";
import { trash, untrash } from "./write/trash";
import { sayUnderReview } from "./reports/under-review";

const db = database();
const everywhere = someone("editor");
let own: Awaited<ReturnType<typeof makeDossier>>;
let other: Awaited<ReturnType<typeof makeDossier>>;

/** An account that is limited to these dossiers, and the actor that it stands for at the beginning of a request. */
async function limited(role: Role, dossiers: readonly string[]): Promise<Actor & { id: string }> {
  const id = v7();
  const user = await db.user.create({
    data: {
      ...{ id, email: `${id}@example.org`, name: `Limited ${id.slice(-4)}`, role, passwordHash: "none" },
      ...{ isLimited: true, limitedTo: [...dossiers] },
    },
  });
  return { ...actorFor(user), id };
}

beforeAll(async () => {
  [own, other] = [await makeDossier(), await makeDossier()];
});

type Made = { id: string; kind: KindKey; version: number; typed: Parameters<typeof saveDraft>[2] };
const at = ({ id, kind, version }: Made): Target => ({ id, kind, version });

/** A withdrawal for a day that has yet to come when it is scheduled, whatever day the tests run on. */
const inDecember = {
  ...{ day: "2028-12-03", time: "09:00", zone: "Asia/Almaty", move: "unpublish" as const },
  ...{ confirmed: [], replaces: null },
};
const longBefore = new Date("2026-11-27T00:00:00Z");

/** Every write of a record by its target, by what it needs to stand first. */
const writes: Record<string, ["draft" | "published" | "trashed", (by: Actor, of: Made) => Promise<unknown>]> =
  {
    save: ["draft", (by, of) => saveDraft(by, at(of), { ...of.typed })],
    autosave: ["draft", (by, of) => autosave(by, at(of), null, of.typed)],
    publish: ["draft", (by, of) => publish(by, at(of), of.typed, { confirmed: "all" })],
    "publish what is published": [
      "published",
      (by, of) => publish(by, at(of), of.typed, { confirmed: "all" }),
    ],
    unpublish: ["published", (by, of) => unpublish(by, at(of))],
    trash: ["draft", (by, of) => trash(by, at(of))],
    "trash what is published": ["published", (by, of) => trash(by, at(of))],
    untrash: ["trashed", (by, of) => untrash(by, at(of))],
    verify: ["published", (by, of) => verify(by, at(of))],
    readdress: ["published", (by, of) => readdress(by, at(of), `moved-${of.id}`)],
    schedule: ["published", (by, of) => scheduleMove(by, at(of), inDecember, longBefore)],
    submit: ["draft", (by, of) => submitForReview(by, at(of), "")],
    comment: ["draft", (by, of) => addComment(by, { entryId: of.id, path: "", text: "So?" })],
    restore: [
      "draft",
      async (by, of) => {
        const { id } = await db.revision.findFirstOrThrow({ where: { entryId: of.id } });
        return restoreRevision(by, at(of), id);
      },
    ],
    "save of a table": [
      "draft",
      async (by, of) => {
        const record = {
          typed: of.typed,
          onto: { id: of.id, version: of.version },
          confirmed: [],
          amongLines: [],
        };
        const [saved] = await savePasted(by, { kind: "event", dossierId: own.id }, [record], {
          as: "drafts",
        });
        return saved?.outcome;
      },
    ],
  };

async function madeIn(dossier: typeof own, state: "draft" | "published" | "trashed"): Promise<Made> {
  if (state === "published") return (await makePublished("event", dossier)) as Made;
  const draft = (await makeDraft("event", dossier)) as Made;
  if (state === "draft") return draft;
  const { version } = written(await trash(everywhere, at(draft)));
  return { ...draft, version };
}

/** All that is kept of a record and that a write would change. */
async function standing(id: string) {
  const [entry, revisions, events, comments, moves] = await Promise.all([
    db.entry.findUniqueOrThrow({
      where: { id },
      select: { version: true, state: true, slug: true, draft: true },
    }),
    db.revision.count({ where: { entryId: id } }),
    db.auditEvent.count({ where: { entryId: id } }),
    db.comment.count({ where: { entryId: id } }),
    db.scheduledMove.count({ where: { entryId: id } }),
  ]);
  return { ...entry, revisions, events, comments, moves };
}

describe.each(Object.entries(writes))("%s", (name, [state, write]) => {
  it("is done to a record of one's own dossier, and of another one there is none", async () => {
    const editor = await limited("editor", [own.id]);
    const [mine, theirs] = [await madeIn(own, state), await madeIn(other, state)];
    const before = await standing(theirs.id);
    expect(await write(editor, theirs)).toMatchObject({ ok: false, reason: "missing" });
    expect(await standing(theirs.id)).toEqual(before);
    // Its dossier asks for no reviews: that is another answer than that there is no such record.
    const expected = name === "submit" ? { reason: "blocked" } : { ok: true };
    expect(await write(editor, mine)).toMatchObject(expected);
  });

  it("stops where its dossier was taken from the account since the request began", async () => {
    const editor = await limited("editor", [own.id]);
    const mine = await madeIn(own, state);
    const before = await standing(mine.id);
    await db.user.update({ where: { id: editor.id }, data: { limitedTo: [other.id] } });
    expect(await write(editor, mine)).toMatchObject({ ok: false, reason: "missing" });
    expect(await standing(mine.id)).toEqual(before);
  });
});

it.each(["viewer", "author"] as const)(
  "a limited %s may no more than their role, and nothing elsewhere",
  async (role) => {
    const person = await limited(role, [own.id]);
    for (const [name, [state, write]] of Object.entries(writes)) {
      const done = async (of: Made) => {
        try {
          const outcome = (await write(person, of)) as { ok: boolean; reason?: string };
          return outcome.ok ? "done" : (outcome.reason ?? "");
        } catch (error) {
          if (error instanceof Forbidden) return "forbidden";
          throw error;
        }
      };
      const [mine, theirs] = [await madeIn(own, state), await madeIn(other, state)];
      const before = await standing(theirs.id);
      const [here, there] = [await done(mine), await done(theirs)];
      expect(["missing", "forbidden"], `${name} elsewhere`).toContain(there);
      expect(await standing(theirs.id), name).toEqual(before);
      const isOpen = name === "comment" || (role === "author" && authors.has(name));
      expect(here, name).toBe(!isOpen ? "forbidden" : name === "submit" ? "blocked" : "done");
    }
  },
);

/** What authors do themselves. */
const authors = new Set(["save", "autosave", "trash", "untrash", "submit", "restore", "save of a table"]);

it("a limit that is set between the reads of a publication and its write stops the write", async () => {
  const { id } = await limited("editor", [own.id]);
  const user = await db.user.update({ where: { id }, data: { isLimited: false, limitedTo: [] } });
  const source = written(
    await createDraft(everywhere, { kind: "source", dossierId: null }, typedFor("source", own.parties)),
  );
  const draft = (await makeDraft("event", own, { citations: [{ source: source.id }] })) as Made;
  // The publication has read that all is in order, and waits for the source that goes out with it.
  const { publishing } = await db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT FROM "Entry" WHERE "id" = ${source.id}::uuid FOR UPDATE`;
      const begun = publish(actorFor(user), at(draft), draft.typed, { confirmed: "all" });
      await until("the publication waits", () => isWaiting(tx));
      await tx.user.update({ where: { id }, data: { isLimited: true, limitedTo: [other.id] } });
      return { publishing: begun };
    },
    { timeout: 30_000 },
  );
  expect(await publishing).toMatchObject({ ok: false, reason: "missing" });
  const stands = await db.entry.findMany({ where: { id: { in: [draft.id, source.id] } } });
  expect(stands.map(({ state }) => state)).toEqual(["draft", "draft"]);
});

/** Whether another transaction waits for this one. */
async function isWaiting(tx: Transaction): Promise<boolean> {
  const rows = await tx.$queryRaw<{ waits: boolean }[]>`
    SELECT EXISTS (SELECT FROM pg_stat_activity a WHERE pg_backend_pid() = ANY (pg_blocking_pids(a.pid))) AS "waits"`;
  return rows[0]?.waits ?? false;
}

describe("new records", () => {
  it("begin in one's own dossiers and among what all share, and nowhere else", async () => {
    const author = await limited("author", [own.id]);
    const typed = (kind: KindKey) => typedFor(kind, own.parties);
    const inOther = { kind: "event", dossierId: other.id } as const;
    expect(await createDraft(author, { kind: "event", dossierId: own.id }, typed("event"))).toMatchObject({
      ok: true,
    });
    expect(await createDraft(author, { kind: "source", dossierId: null }, typed("source"))).toMatchObject({
      ok: true,
    });
    expect(await createDraft(author, { kind: "person", dossierId: null }, typed("person"))).toMatchObject({
      ok: true,
    });
    await expect(createDraft(author, inOther, typed("event"))).rejects.toThrow("No dossier");
    const target = { kind: "event", id: v7(), version: 0, tab: { id: v7(), edit: 1 } } as const;
    await expect(autosave(author, target, other.id, {})).rejects.toThrow("No dossier");
    const editor = await limited("editor", [own.id]);
    await expect(createAndPublish(editor, inOther, typed("event"))).rejects.toThrow("No dossier");
    await expect(createDraft(editor, { kind: "dossier", dossierId: null }, {})).rejects.toThrow("may not");
    await expect(addSubject(editor, "Fisheries of the limited")).rejects.toThrow("may not");
  });

  it("do not begin where the dossier was taken away between the reads and the write", async () => {
    const author = await limited("author", [own.id]);
    await db.user.update({ where: { id: author.id }, data: { limitedTo: [] } });
    await expect(
      createDraft(author, { kind: "event", dossierId: own.id }, typedFor("event", own.parties)),
    ).rejects.toThrow("No dossier");
  });
});

it("what stands about a record is out of reach with it", async () => {
  const editor = await limited("editor", [own.id]);
  const theirs = await madeIn(other, "published");
  const said = await addComment(everywhere, { entryId: theirs.id, path: "", text: "Theirs" });
  const comment = said.ok ? said.id : "";
  expect(await replyTo(editor, { id: comment, text: "Mine" })).toEqual({ ok: false, reason: "missing" });
  expect(await settleComment(editor, comment, true)).toBe(false);
  expect(await sayUnderReview(editor, theirs.id, true)).toBe(false);
  expect(await setReview(editor, other.id, { asks: true, version: 0 })).toBe(false);
  expect(await calendarAddress(editor, other.id)).toBeNull();
  expect(await calendarAddress(everywhere, other.id)).not.toBeNull();
  expect(await calendarLinks(editor, other.id)).toEqual([]);
  expect(await discard(editor, at(theirs))).toBe(false);
  expect(await notePresence(everywhere, { ...at(theirs), tab: v7() }, "reading")).toEqual([]);
  expect(await notePresence(editor, { ...at(theirs), tab: v7() }, "reading")).toEqual([]);
  expect(await db.presence.count({ where: { entryId: theirs.id, byId: editor.id } })).toBe(0);
  const rows = [{ id: theirs.id, version: theirs.version }];
  expect(await askForChange(editor, "trash", { kind: "event", rows })).toEqual({ ok: false, reason: "none" });
  const dossier = { id: other.id, version: 1 };
  expect(await askForChange(editor, "trash", { dossier })).toEqual({ ok: false, reason: "none" });
});

it("what a person asked for is not done later where they are limited to other dossiers by then", async () => {
  const editor = await limited("editor", [own.id]);
  const [shown, draft] = [await madeIn(own, "published"), await madeIn(own, "draft")];
  const scheduled = await scheduleMove(editor, at(shown), inDecember, longBefore);
  const asked = await askForChange(editor, "trash", { kind: "event", rows: [draft] });
  if (!scheduled.ok || !asked.ok) throw new Error("nothing was asked for");
  await beginChangeSet(editor, { id: asked.id, version: 1 }, {});
  await db.user.update({ where: { id: editor.id }, data: { limitedTo: [other.id] } });
  await runScheduled(scheduled.id, new Date("2028-12-04T00:00:00Z"));
  expect(await db.scheduledMove.findUniqueOrThrow({ where: { id: scheduled.id } })).toMatchObject({
    state: "refused",
    outcome: { refusal: { reason: "forbidden" } },
  });
  await runChangeSet(asked.id);
  expect(await db.changeItem.findFirstOrThrow({ where: { setId: asked.id } })).toMatchObject({
    state: "refused",
    outcome: { reason: "missing" },
  });
  expect((await standing(shown.id)).state).toBe("published");
  expect((await standing(draft.id)).state).toBe("draft");
});

it("who is limited to other dossiers is told nothing of a record", async () => {
  const [near, far] = [await limited("viewer", [own.id]), await limited("viewer", [other.id])];
  const draft = await madeIn(own, "draft");
  for (const by of [near, far]) {
    const data = { id: v7(), entryId: draft.id, text: "I was here", madeById: by.id, madeByName: by.name };
    await db.comment.create({ data });
  }
  await addComment(everywhere, { entryId: draft.id, path: "", text: "Well?" });
  expect(await db.deskNotice.count({ where: { entryId: draft.id, userId: near.id } })).toBe(1);
  expect(await db.deskNotice.count({ where: { entryId: draft.id, userId: far.id } })).toBe(0);
});
