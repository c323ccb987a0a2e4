/** What people say of a record among themselves. */
import { v7 } from "uuid";
import { beforeEach, expect, it, vi } from "vitest";
import { type Actor, type Role } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import * as environment from "@/lib/env";
import { TamperedRequest } from "@/lib/domain/tampered-request";
import { makeDossier, makeDraft, someone, written } from "@/tests/support/make";
import { rowId } from "@/tests/support/rows";
import { mostKept } from "../notices/tell";
import { markRead, noticesFor, unreadCount } from "../notices/read-notices";
import { underWay } from "../review/read-reviews";
import { saveDraft } from "../write/save";
import { commentsOn } from "./read-comments";
import { addComment, mostComments, replyTo, settleComment } from "./write-comment";

vi.mock("@/lib/env", { spy: true });

const db = database();

beforeEach(async () => {
  const smtp = { host: "127.0.0.1", port: 1, isTls: false, login: undefined, from: undefined };
  const { env } = await vi.importActual<typeof environment>("@/lib/env");
  vi.mocked(environment.env).mockImplementation(() => ({ ...env(), smtp }));
});

async function hired(role: Role, name: string): Promise<Actor> {
  const actor = someone(role, name);
  const email = `${actor.id}@example.org`;
  await db.user.create({ data: { id: actor.id!, email, name, role, passwordHash: "-" } });
  return actor;
}
const [author, editor, viewer] = [
  await hired("author", "Aigerim Author"),
  await hired("editor", "Erik Editor"),
  await hired("viewer", "Vera Viewer"),
];

/** A draft that the author saved last. */
async function draft() {
  const made = await makeDraft("event", await makeDossier());
  const { version } = written(await saveDraft(author, made, { ...made.typed, title: "Saved by the author" }));
  return { ...made, version };
}
async function said(actor: Actor, entryId: string, path: string, text: string): Promise<string> {
  const outcome = await addComment(actor, { entryId, path, text });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.id;
}

it("are said of a value, replied to, settled and opened again, and every act is in the trail", async () => {
  const { id } = await draft();
  const comment = await said(editor, id, "date", "Is the day known?");
  const reply = await replyTo(author, { id: comment, text: "Yes" });
  // A reply to a reply stands beside it: there is one level.
  expect(reply.ok && (await replyTo(editor, { id: reply.id, text: "No" }))).toMatchObject({
    reason: "missing",
  });
  expect((await underWay(viewer, [id])).get(id)).toEqual({ review: null, openComments: 1 });

  expect(await settleComment(author, comment, true)).toBe(true);
  expect(await settleComment(author, comment, true)).toBe(false);
  expect(await underWay(viewer, [id])).toEqual(new Map());
  expect(await commentsOn(viewer, id)).toMatchObject([
    {
      path: "date",
      text: "Is the day known?",
      resolvedByName: author.name,
      replies: [{ text: "Yes", isOwn: false }],
    },
  ]);
  expect(await settleComment(editor, comment, false)).toBe(true);
  const acts = await db.auditEvent.findMany({ where: { subject: id }, orderBy: { id: "asc" } });
  expect(acts.map(({ action, byName }) => `${action} ${byName}`)).toEqual([
    "comment.add Erik Editor",
    "comment.reply Aigerim Author",
    "comment.resolve Aigerim Author",
    "comment.reopen Erik Editor",
  ]);
  // The record is as it was: no version of it says what people said.
  expect(await db.entry.findUnique({ where: { id } })).toMatchObject({ version: 2 });
});

it("are told to those who have a part in the record, once to each, and never to who says it", async () => {
  const { id } = await draft();
  await markRead(author);
  await markRead(editor);
  const comment = await said(viewer, id, "", "Who was there?");
  const about = async (actor: Actor) =>
    (await noticesFor(actor)).filter(({ entryId }) => entryId === id).map((one) => one.about);
  expect(await about(author)).toEqual(["comment"]);
  expect(await about(editor)).toEqual([]);
  expect(await unreadCount(author, id)).toBe(1);
  await replyTo(author, { id: comment, text: "Two ministers" });
  expect(await about(viewer)).toEqual(["reply"]);
  expect(await about(author)).toEqual(["comment"]);
  await markRead(author, id);
  expect(await unreadCount(author, id)).toBe(0);
  expect((await noticesFor(author)).find(({ entryId }) => entryId === id)).toMatchObject({ isUnread: false });
  // Its reader's alone: another's stays.
  expect(await unreadCount(viewer, id)).toBe(1);
});

it("that are settled and opened again and again are one notice until it is read, and one mail within the hour", async () => {
  const { id } = await draft();
  await db.mail.deleteMany();
  const comment = await said(viewer, id, "", "Who was there?");
  await markRead(viewer);
  for (let time = 0; time < 3; time += 1) {
    expect(await settleComment(author, comment, true)).toBe(true);
    expect(await settleComment(editor, comment, false)).toBe(true);
  }
  const ofViewer = async () => (await noticesFor(viewer)).filter(({ entryId }) => entryId === id);
  expect(await ofViewer()).toMatchObject([
    { about: "reopened", byName: editor.name, text: "Who was there?", times: 6, isUnread: true },
  ]);
  const mails = () => db.mail.count({ where: { address: `${viewer.id}@example.org` } });
  expect(await mails()).toBe(1);
  await markRead(viewer, id);
  await settleComment(author, comment, true);
  expect(await ofViewer()).toMatchObject([{ about: "resolved", times: 1, isUnread: true }, { times: 6 }]);
  expect(await mails()).toBe(1);

  // What is said anew is mailed each time, and is one notice for each who says it.
  for (const text of ["First", "Second"]) await replyTo(author, { id: comment, text });
  await replyTo(editor, { id: comment, text: "Third" });
  expect((await ofViewer()).filter(({ about }) => about === "reply")).toMatchObject([
    { byName: editor.name, text: "Third", times: 1 },
    { byName: author.name, text: "Second", times: 2 },
  ]);
  expect(await mails()).toBe(4);
});

it("are told to who reads none of it up to a bound: the newest stay", async () => {
  const { id } = await draft();
  const idle = await hired("viewer", "Ida Idle");
  const comment = await said(idle, id, "", "Mine");
  await db.$executeRaw`
    INSERT INTO "DeskNotice" ("id", "userId", "entryId", "about", "byName", "at")
    SELECT gen_random_uuid(), ${idle.id}::uuid, ${id}::uuid, 'comment', 'Long ago', now() - n * interval '1 minute'
    FROM generate_series(1, ${mostKept + 20}::int) n`;
  await replyTo(editor, { id: comment, text: "The newest" });
  expect(await db.deskNotice.count({ where: { userId: idle.id! } })).toBe(mostKept);
  expect((await noticesFor(idle))[0]).toMatchObject({ text: "The newest" });
});

it("are settled by those who write records, and by who made them", async () => {
  const { id } = await draft();
  const [own, others] = [await said(viewer, id, "", "Mine"), await said(editor, id, "", "Yours")];
  expect(await settleComment(viewer, others, true)).toBe(false);
  expect(await settleComment(viewer, own, true)).toBe(true);
  // The types forbid it; what would call this without signing in must fail all the same.
  await expect(addComment(null as never, { entryId: id, path: "", text: "x" })).rejects.toThrow();
});

it("lead to values that the kind has, also of rows that are gone, and to no others", async () => {
  const dossier = await makeDossier();
  const visit = await makeDraft("visit", dossier);
  const row = rowId(7);
  await said(editor, visit.id, `meetings/${row}/host`, "Who?");
  for (const path of [
    "nothing",
    "visitor/x",
    `meetings/${row}/nothing`,
    `meetings/${row}/host/x`,
    "citations",
    "__proto__",
  ])
    await expect(addComment(editor, { entryId: visit.id, path, text: "x" }), path).rejects.toThrow(
      TamperedRequest,
    );
  const missing = "00000000-0000-7000-8000-00000000ffff";
  expect(await addComment(editor, { entryId: missing, path: "", text: "x" })).toMatchObject({
    reason: "missing",
  });
});

it("end somewhere: a record takes only so many", async () => {
  const { id } = await draft();
  await db.$executeRaw`
    INSERT INTO "Comment" ("id", "entryId", "text", "madeByName")
    SELECT gen_random_uuid(), ${id}::uuid, 'said', 'A writer' FROM generate_series(1, ${mostComments - 1}::int)`;
  await said(editor, id, "", "The last");
  expect(await addComment(editor, { entryId: id, path: "", text: "One more" })).toMatchObject({
    reason: "full",
  });
});

it("are said once though they are sent twice under one id, and under another's id are said all the same", async () => {
  const { id } = await draft();
  const once = v7();
  const say = (by: Actor) => addComment(by, { entryId: id, path: "", text: "Who was there?", once });
  expect(await say(viewer)).toEqual({ ok: true, id: once });
  expect(await say(viewer)).toEqual({ ok: true, id: once });
  expect(await db.comment.count({ where: { entryId: id } })).toBe(1);
  const told = (await noticesFor(author)).filter(({ entryId }) => entryId === id);
  expect(told).toMatchObject([{ about: "comment", times: 1 }]);
  // What was changed before it was sent again is said besides.
  const changed = await addComment(viewer, { entryId: id, path: "", text: "Who was there, and when?", once });
  expect(changed.ok && changed.id !== once).toBe(true);
  await db.comment.delete({ where: { id: changed.ok ? changed.id : "" } });
  const others = await say(editor);
  expect(others.ok && others.id !== once).toBe(true);
  expect(await db.comment.count({ where: { entryId: id } })).toBe(2);
});

it("are said on each of several records that are sent one id at once", async () => {
  const [records, once] = [[await draft(), await draft(), await draft()], v7()];
  const outcomes = await Promise.all(
    records.map(({ id }) => addComment(viewer, { entryId: id, path: "", text: "Who was there?", once })),
  );
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
  for (const { id } of records) expect(await db.comment.count({ where: { entryId: id } })).toBe(1);
});
