/** A record on its way between its author and an editor. */
import { beforeEach, expect, it, vi } from "vitest";
import { v7 } from "uuid";
import { type Actor, Forbidden, type Role } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import * as environment from "@/lib/env";
import { isAwaited, lockedBy } from "@/tests/support/is-awaited";
import { makeDossier, makeDraft, makePublished, someone, typedFor, written } from "@/tests/support/make";
import { listEntries } from "../read/list";
import { historyOf } from "../read/history";
import { noticesFor } from "../notices/read-notices";
import { addComment } from "../comments/write-comment";
import { publish } from "../publish/publish";
import { createDraft, saveDraft } from "../write/save";
import { reviewOf, reviewQueue, underWay, waitingReviews } from "./read-reviews";
import { reviewSetting, setReview } from "./review-setting";
import { acceptReview, returnReview } from "./settle";
import { submitForReview, withdrawReview } from "./submit";

vi.mock("@/lib/env", { spy: true });

const db = database();

/** An actor with an account. */
async function hired(role: Role, name: string): Promise<Actor> {
  const actor = someone(role, name);
  const email = `${actor.id}@example.org`;
  await db.user.create({ data: { id: actor.id!, email, name, role, passwordHash: "-" } });
  return actor;
}
const [author, editor, other, viewer] = [
  await hired("author", "Aigerim Author"),
  await hired("editor", "Erik Editor"),
  await hired("editor", "Olga Other"),
  await hired("viewer", "Vera Viewer"),
];

beforeEach(async () => {
  const smtp = { host: "127.0.0.1", port: 1, isTls: false, login: undefined, from: undefined };
  const { env } = await vi.importActual<typeof environment>("@/lib/env");
  vi.mocked(environment.env).mockImplementation(() => ({ ...env(), smtp }));
  await db.deskNotice.deleteMany();
  await db.mail.deleteMany();
});

/** A dossier that asks for reviews, and an author's complete draft in it. */
async function submitted(note = "") {
  const dossier = await makeDossier();
  expect(await setReview(editor, dossier.id, { asks: true, version: 0 })).toBe(true);
  const typed = typedFor("event", dossier.parties, { citations: [{ source: dossier.source }] });
  const draft = written(await createDraft(author, { kind: "event", dossierId: dossier.id }, typed));
  const event = { kind: "event", id: draft.id, version: draft.version } as const;
  const outcome = await submitForReview(author, event, note);
  if (!outcome.ok) throw new Error(outcome.reason);
  const review = (await reviewOf(editor, event.id))!;
  return { dossier, typed, event, review };
}
const told = async (actor: Actor) =>
  (await noticesFor(actor)).map(({ about, byName, text }) => [about, byName, text]);
const mailed = async () =>
  (await db.mail.findMany({ orderBy: { address: "asc" } })).map(({ address, subject }) => ({
    address,
    subject,
  }));

it("goes from the author to the editors' queue, and is published as it was submitted", async () => {
  const before = await waitingReviews(editor);
  const { dossier, event, review } = await submitted("New from the gazette");
  expect(await waitingReviews(editor)).toBe(before + 1);
  const { rows } = await reviewQueue(editor, { dossierId: dossier.id });
  expect(rows).toMatchObject([
    {
      entryId: event.id,
      note: "New from the gazette",
      madeByName: author.name,
      isOutdated: false,
      isOwn: false,
    },
  ]);
  expect(await told(editor)).toEqual([["submitted", author.name, "New from the gazette"]]);
  expect(await told(other)).toHaveLength(1);
  expect(await told(author)).toEqual([]);
  expect(await told(viewer)).toEqual([]);
  expect((await mailed()).map(({ address }) => address)).toEqual(
    [editor, other].map(({ id }) => `${id}@example.org`).sort(),
  );
  expect((await underWay(author, [event.id])).get(event.id)).toEqual({ review: "waiting", openComments: 0 });

  const outcome = await acceptReview(editor, review, { confirmed: "all", changeNote: "Checked." });
  expect(outcome).toMatchObject({ ok: true, state: "published" });
  expect(await reviewOf(author, event.id)).toBeNull();
  expect((await reviewQueue(editor, { dossierId: dossier.id })).rows).toEqual([]);
  expect(await told(author)).toEqual([["accepted", editor.name, "Checked."]]);
  expect((await historyOf(editor, event.id))[0]).toMatchObject({
    reviewedFor: author.name,
    isUnreviewed: false,
  });
  const acts = await db.auditEvent.findMany({ where: { subject: event.id }, orderBy: { at: "asc" } });
  expect(acts.map(({ action }) => action)).toEqual(["review.submit", "review.accept"]);
  expect(await acceptReview(editor, review)).toEqual({ ok: false, reason: "gone" });
});

it("comes back with a word why, and is submitted again", async () => {
  const { typed, event, review } = await submitted();
  expect(await returnReview(editor, review, "Which day was it?")).toBe(true);
  expect(await returnReview(editor, review, "Twice")).toBe(false);
  expect(await told(author)).toEqual([["returned", editor.name, "Which day was it?"]]);
  expect(await reviewOf(author, event.id)).toMatchObject({
    state: "returned",
    answer: "Which day was it?",
    isOwn: true,
  });

  const saved = written(await saveDraft(author, event, { ...typed, title: "With its day" }));
  const again = await submitForReview(author, { ...event, version: saved.version }, "");
  expect(again.ok).toBe(true);
  expect(await reviewOf(author, event.id)).toMatchObject({ state: "waiting", isOutdated: false });
});

it("is accepted only as it was submitted: what was written since was submitted by no one", async () => {
  const { typed, event, review } = await submitted();
  const saved = written(await saveDraft(author, event, { ...typed, title: "Later words" }));
  expect(await reviewOf(editor, event.id)).toMatchObject({ isOutdated: true });
  expect(await acceptReview(editor, review)).toEqual({ ok: false, reason: "changed", by: author.name });
  expect(await db.record.findUnique({ where: { id: event.id } })).toBeNull();

  // An editor who reads it may publish it by hand: that settles the review as well.
  const target = { ...event, version: saved.version };
  written(await publish(editor, target, { ...typed, title: "Later words" }, { confirmed: "all" }));
  expect(await db.review.findUnique({ where: { id: review.id } })).toMatchObject({ state: "rewritten" });
  expect(await told(author)).toEqual([["rewritten", editor.name, ""]]);
});

it("waits once as it is: the same version is not submitted again, and no one told twice", async () => {
  const { typed, event, review } = await submitted();
  const again = () => submitForReview(author, event, "Look at it");
  for (const outcome of await Promise.all([again(), again()]))
    expect(outcome).toMatchObject({ ok: false, reason: "blocked", code: "reviewWaiting" });
  expect(await reviewOf(author, event.id)).toMatchObject({ id: review.id, state: "waiting" });
  expect(await told(editor)).toHaveLength(1);
  expect(await mailed()).toHaveLength(2);

  const { version } = written(await saveDraft(author, event, { ...typed, title: "Another version" }));
  expect(await submitForReview(author, { ...event, version }, "")).toMatchObject({ ok: true });
  expect(await db.review.findUnique({ where: { id: review.id } })).toMatchObject({ state: "withdrawn" });
});

it.each([
  { title: "Written over", since: "saved" },
  { title: "Written over", since: "typed" },
  { title: undefined, since: "typed" },
] as const)(
  "is noted as reviewed only where it went out as it was submitted: %j",
  async ({ title, since }) => {
    const { typed, event, review } = await submitted();
    const over = title === undefined ? typed : { ...typed, title };
    const { version } = since === "saved" ? written(await saveDraft(editor, event, over)) : event;
    written(await publish(editor, { ...event, version }, over, { confirmed: "all" }));
    const isAsSubmitted = title === undefined;
    expect((await historyOf(editor, event.id))[0]).toMatchObject({
      reviewedFor: isAsSubmitted ? author.name : null,
      isUnreviewed: !isAsSubmitted,
    });
    // What waited is settled all the same, and what was published instead is said.
    expect(await reviewOf(author, event.id)).toBeNull();
    // The history, the log and who submitted it are told the same.
    const end = isAsSubmitted ? "accepted" : "rewritten";
    expect((await historyOf(editor, event.id))[0]).toMatchObject({
      writtenOver: isAsSubmitted ? null : author.name,
    });
    expect(await db.review.findUnique({ where: { id: review.id } })).toMatchObject({ state: end });
    expect(await told(author)).toEqual([[end, editor.name, ""]]);
    const acts = await db.auditEvent.findMany({ where: { subject: event.id }, orderBy: { seq: "asc" } });
    expect(acts.map(({ action, detail }) => [action, detail]).at(-1)).toEqual([
      isAsSubmitted ? "review.accept" : "review.rewrite",
      { id: review.id },
    ]);
  },
);

it("asks doubts of the editor who accepts, and leaves it waiting until they are confirmed", async () => {
  const dossier = await makeDossier();
  await setReview(editor, dossier.id, { asks: true, version: 0 });
  const typed = typedFor("event", dossier.parties, { date: "1204", citations: [{ source: dossier.source }] });
  const draft = written(await createDraft(author, { kind: "event", dossierId: dossier.id }, typed));
  await submitForReview(author, { kind: "event", ...draft }, "");
  const review = (await reviewOf(editor, draft.id))!;
  const asked = await acceptReview(editor, review);
  if (asked.ok || asked.reason !== "doubtful") throw new Error(JSON.stringify(asked));
  expect(await reviewOf(editor, draft.id)).toMatchObject({ id: review.id, state: "waiting" });
  const confirmed = asked.doubts.map(({ key }) => key);
  expect(await acceptReview(editor, review, { confirmed })).toMatchObject({ ok: true });
});

it("is settled by none but other persons who may publish", async () => {
  const { event, review } = await submitted();
  await expect(acceptReview(author, review)).rejects.toThrow(Forbidden);
  await expect(returnReview(author, review, "No")).rejects.toThrow(Forbidden);
  await expect(withdrawReview(viewer, review)).rejects.toThrow(Forbidden);
  await expect(submitForReview(viewer, event, "")).rejects.toThrow(Forbidden);
  expect(await withdrawReview(await hired("author", "A third"), review)).toBe(false);
  expect(await withdrawReview(author, review)).toBe(true);
  expect(await reviewOf(author, event.id)).toBeNull();

  // An editor's own submission is for another.
  const own = await submitForReview(editor, event, "");
  expect(own.ok).toBe(true);
  const waiting = (await reviewOf(editor, event.id))!;
  expect(await acceptReview(editor, waiting)).toEqual({ ok: false, reason: "own" });
  expect(await acceptReview(other, waiting, { confirmed: "all" })).toMatchObject({ ok: true });
});

it("is taken back by an editor who publishes their own submission: no one has reviewed it, and nothing says so", async () => {
  const { typed, event } = await submitted();
  expect(await submitForReview(editor, event, "")).toMatchObject({ reason: "blocked" });
  const { version } = written(await saveDraft(editor, event, { ...typed, title: "An editor's own" }));
  const own = { ...event, version };
  expect(await submitForReview(editor, own, "")).toMatchObject({ ok: true });
  await db.deskNotice.deleteMany();
  written(await publish(editor, own, { ...typed, title: "An editor's own" }, { confirmed: "all" }));
  expect((await historyOf(editor, event.id))[0]).toMatchObject({ isUnreviewed: true, reviewedFor: null });
  const ends = await db.review.findMany({ where: { entryId: event.id }, select: { state: true } });
  expect(ends).toEqual([{ state: "withdrawn" }, { state: "withdrawn" }]);
  expect(await db.deskNotice.count()).toBe(0);
});

it("is asked for by a dossier, and only there", async () => {
  const dossier = await makeDossier();
  const draft = await makeDraft("event", dossier);
  expect(await submitForReview(author, draft, "")).toMatchObject({ code: "reviewNotAsked" });
  await expect(setReview(author, dossier.id, { asks: true, version: 0 })).rejects.toThrow(Forbidden);
  expect(await setReview(editor, draft.id, { asks: true, version: 0 })).toBe(false);
  expect(await setReview(editor, dossier.id, { asks: true, version: 0 })).toBe(true);
  expect(await setReview(other, dossier.id, { asks: false, version: 0 })).toBe(false);
  expect(await reviewSetting(viewer, dossier.id)).toEqual({ asks: true, version: 1 });

  const bare = written(await createDraft(author, { kind: "event", dossierId: dossier.id }, {}));
  expect(await submitForReview(author, { kind: "event", ...bare }, "")).toMatchObject({ reason: "invalid" });
  const published = await makePublished("event", dossier);
  expect(await submitForReview(author, published, "")).toMatchObject({ code: "wrongState" });
  expect(await submitForReview(author, { ...draft, version: 9 }, "")).toMatchObject({ reason: "stale" });
  // Published without one: the history says so.
  expect((await historyOf(editor, published.id))[0]).toMatchObject({ isUnreviewed: true, reviewedFor: null });
  expect(
    (await listEntries(viewer, "event", { sort: "updated", direction: "desc" })).rows.length,
  ).toBeGreaterThan(0);
});

it("is settled by a publication that began a moment before it was submitted", async () => {
  const { event, review } = await submitted();
  await withdrawReview(author, review);
  let publishing: ReturnType<typeof publish> | undefined;
  await db.$transaction(async (tx) => {
    const holder = await lockedBy(tx, event.id);
    publishing = publish(editor, event, "asItStands", { confirmed: "all" });
    await isAwaited(holder);
    await tx.review.create({
      data: {
        ...{ id: v7(), entryId: event.id, entryVersion: event.version, note: "" },
        ...{ madeById: author.id!, madeByName: author.name },
      },
    });
  });
  written((await publishing)!);
  expect(await reviewOf(author, event.id)).toBeNull();
  expect(await told(author)).toEqual([["accepted", editor.name, ""]]);
});

it("is settled once by two editors at one moment", async () => {
  const { review } = await submitted();
  const both = await Promise.all([
    acceptReview(editor, review, { confirmed: "all" }),
    acceptReview(other, review, { confirmed: "all" }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await told(author)).toHaveLength(1);
});

it("is over, and who returned it is told what its author says of it then", async () => {
  const { event, review } = await submitted();
  expect(await returnReview(editor, review, "Which host?")).toBe(true);
  await db.deskNotice.deleteMany();
  const comment = { entryId: event.id, path: "", text: "Which host do you mean?" };
  expect(await addComment(author, comment)).toMatchObject({ ok: true });
  expect(await told(editor)).toEqual([["comment", author.name, comment.text]]);
  expect(await told(other)).toEqual([]);
});
