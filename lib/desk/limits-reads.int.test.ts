/** What an account that is limited to some dossiers reads at the desk: nothing of any other, by whatever function it asks. */
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, actorFor } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import {
  makeDossier,
  makeDraft,
  makePublished,
  nextPair,
  someone,
  typedFor,
  written,
} from "@/tests/support/make";
import { calendarAddress } from "@/tests/support/calendar-address";
import { askForChange } from "./bulk/ask-for-change";
import { brokenBy, openChangeSet, trashedWith } from "./bulk/read-change-set";
import { commentsOn } from "./comments/read-comments";
import { addComment } from "./comments/write-comment";
import { noticesFor, unreadCount } from "./notices/read-notices";
import { linkNames, plainlyNamed } from "./people/plain-names";
import { findInBox } from "./read/box";
import { deskCalendar } from "./read/calendar";
import { checkPasted, type PastedTable } from "./read/check-pasted";
import { dossierById, dossierChoices, entryChoices } from "./read/choices";
import { closeMeanings } from "./read/close-meanings";
import { dashboard } from "./read/dashboard";
import { dossierHome } from "./read/dossier-home";
import { doubtsAmongOthers } from "./read/doubts-among-others";
import { historyOf, prunedAt } from "./read/history";
import { listEntries } from "./read/list";
import { listTotals } from "./read/list-totals";
import { openEntry } from "./read/open";
import { previewOf, previewTyped } from "./read/preview";
import { recognised } from "./read/recognised";
import { referrersTo, whatBreaks } from "./read/referrers";
import { openRevision, publishedRevisionId } from "./read/revisions";
import { searchDesk } from "./read/search";
import { sourceOfNewestYear, yearsReported } from "./read/trade-years";
import { openReports, reportList, reportsOn } from "./reports/read-reports";
import { reviewOf, reviewQueue, underWay, waitingReviews } from "./review/read-reviews";
import { reviewSetting, setReview } from "./review/review-setting";
import { submitForReview } from "./review/submit";
import { scheduledFor, scheduledOf } from "./scheduled/read-scheduled";
import { scheduleMove } from "./scheduled/schedule";
import { calendarLinks } from "./settings/calendar-links";
import { keepView, savedViews } from "./settings/saved-views";
import { changeTemplate, keepTemplate, openTemplate, recordTemplates } from "./settings/templates";
import { createDraft } from "./write/save";
import { trash } from "./write/trash";
import { unpublish } from "./publish/withdraw";

const db = database();
const editor = someone("editor");

async function account(limitedTo: readonly string[] | null, role = "editor") {
  const id = v7();
  const user = await db.user.create({
    data: {
      ...{ id, email: `${id}@example.org`, name: `Reader ${id.slice(-4)}`, role, passwordHash: "none" },
      ...{ isLimited: limitedTo !== null, limitedTo: [...(limitedTo ?? [])] },
    },
  });
  return { ...actorFor(user), id };
}

/** A dossier in which one of everything stands, each with a word in it that no other dossier has. */
async function filledDossier(word: string, owner: Actor & { id: string }, source: string) {
  const dossier = await makeDossier();
  const cites = { citations: [{ source }] };
  const draft = await makeDraft("event", dossier, { title: `${word} draft`, ...cites });
  const shown = await makePublished("event", dossier, { title: `${word} shown`, ...cites });
  const trashed = await makeDraft("event", dossier, { title: `${word} trashed` });
  written(await trash(editor, trashed));
  const year = await makePublished("tradeYear", dossier, { year: "2003", reporter: dossier.parties[0] });
  const agreement = await makePublished("agreement", dossier, {
    title: `${word} agreement`,
    signedOn: "2001-03-04",
  });
  const visit = await makeDraft("visit", dossier, { visitor: `${word} Visitor` });
  await setReview(editor, dossier.id, { asks: true, version: 0 });
  const submitted = await submitForReview(owner, { ...draft }, `${word} note`);
  if (!submitted.ok) throw new Error(JSON.stringify(submitted));
  await addComment(owner, { entryId: draft.id, path: "", text: `${word} comment` });
  await addComment(editor, { entryId: draft.id, path: "", text: `${word} answer` });
  await db.errorReport.create({ data: { id: v7(), entryId: shown.id, text: `${word} report` } });
  const inMay = {
    ...{ day: "2029-05-06", time: "09:00", zone: "Asia/Almaty", move: "unpublish" as const },
    ...{ confirmed: [], replaces: null },
  };
  const scheduled = await scheduleMove(owner, shown, inMay, new Date("2026-11-27T00:00:00Z"));
  if (!scheduled.ok) throw new Error(JSON.stringify(scheduled));
  const set = await askForChange(owner, "trash", { kind: "event", rows: [draft, shown] });
  await keepView(owner, {
    kind: "event",
    name: `${word} view`,
    query: `dossier=${dossier.id}`,
    isShared: true,
  });
  const kept = { kind: "event" as const, id: draft.id, name: `${word} template`, isForAll: false };
  await keepTemplate(owner, { ...kept, holds: "all" });
  await calendarAddress(owner, dossier.id);
  const revision = await db.revision.findFirstOrThrow({ where: { entryId: draft.id } });
  return {
    word,
    dossier,
    draft,
    shown,
    trashed,
    year,
    agreement,
    visit,
    revision,
    set: set.ok ? set.id : "",
  };
}

type Filled = Awaited<ReturnType<typeof filledDossier>>;
let source: string;
let owner: Actor & { id: string };
let limited: Actor & { id: string };
let own: Filled;
let other: Filled;

beforeAll(async () => {
  owner = await account(null);
  source = written(
    await createDraft(editor, { kind: "source", dossierId: null }, typedFor("source", nextPair())),
  ).id;
  own = await filledDossier("Quillwort", owner, source);
  other = await filledDossier("Hornwort", owner, source);
  limited = await account([own.dossier.id]);
});

const newest = { sort: "updated", direction: "desc" } as const;
const span = { first: "2001-01-01", last: "2031-12-31" };

/** Reads of one record or dossier: as an account without limits in one's own, and nothing in another. */
const ofOne: Record<string, (by: Actor, at: Filled) => Promise<unknown>> = {
  openEntry: (by, { draft }) => openEntry(by, "event", draft.id),
  "openEntry of the dossier": (by, { dossier }) => openEntry(by, "dossier", dossier.id),
  previewOf: async (by, { shown }) => (await previewOf(by, "event", shown.id))?.record,
  previewTyped: async (by, { draft, dossier }) =>
    (await previewTyped(by, { kind: "event", id: null, dossierId: dossier.id, typed: draft.typed }))?.dossier,
  historyOf: (by, { draft }) => historyOf(by, draft.id),
  prunedAt: (by, { draft }) => prunedAt(by, draft.id),
  openRevision: (by, { revision }) => openRevision(by, revision.id),
  publishedRevisionId: (by, { shown }) => publishedRevisionId(by, shown.id),
  referrersTo: (by, { dossier }) => referrersTo(by, dossier.id),
  whatBreaks: (by, { dossier }) => whatBreaks(by, { id: dossier.id, kind: "dossier", state: "published" }),
  dossierById: (by, { dossier }) => dossierById(by, dossier.id),
  "entryChoices by id": (by, { draft, dossier }) =>
    entryChoices(by, "event", { ids: [draft.id, dossier.id] }),
  "entryChoices in a dossier": (by, { dossier }) => entryChoices(by, "event", { dossierId: dossier.id }),
  "listEntries of a dossier": (by, { dossier }) =>
    listEntries(by, "event", { ...newest, dossierId: dossier.id }),
  "listTotals of a dossier": async (by, { dossier }) =>
    (await listTotals(by, "event", { ...newest, dossierId: dossier.id })).byState,
  dossierHome: async (by, { dossier }) => dossierHome(by, dossier.id, null),
  deskCalendar: (by, { dossier }) => deskCalendar(by, dossier.id, span),
  yearsReported: async (by, { dossier }) => [...(await yearsReported(by, dossier.id, dossier.parties[0]))],
  sourceOfNewestYear: (by, { dossier }) => sourceOfNewestYear(by, dossier.id),
  doubtsAmongOthers: (by, { dossier, draft }) =>
    doubtsAmongOthers(by, db, {
      id: null,
      kind: "visit",
      dossierId: dossier.id,
      values: { visitor: "", ...draft.typed },
    }),
  recognised: (by, { word, dossier }) =>
    recognised(by, { kind: "event", dossierId: dossier.id }, [{ title: `${word} draft` }]),
  checkPasted: async (by, { dossier, word }) => {
    const table: PastedTable = {
      ...{ kind: "event", dossierId: dossier.id, sides: { parties: dossier.parties } },
      ...{ paths: ["title"], orders: [], marks: [], units: [""], rows: [[`${word} draft`]] },
      ...{ every: { values: {}, source: null }, skipped: new Set<number>(), added: new Set<number>() },
    };
    return (await checkPasted(by, table, (choice) => choice)).map(({ standing }) => standing);
  },
  commentsOn: (by, { draft }) => commentsOn(by, draft.id),
  reviewOf: (by, { draft }) => reviewOf(by, draft.id),
  "reviewQueue of a dossier": (by, { dossier }) => reviewQueue(by, { dossierId: dossier.id }),
  underWay: async (by, { draft }) => [...(await underWay(by, [draft.id]))],
  reviewSetting: async (by, { dossier }) => (await reviewSetting(by, dossier.id)).asks || null,
  reportsOn: (by, { shown }) => reportsOn(by, shown.id),
  "scheduledFor a record": (by, { shown }) => scheduledFor(by, shown.id),
  scheduledOf: async (by, { shown }) => [...(await scheduledOf(by, [shown.id]))],
  openChangeSet: (by, { set }) => openChangeSet(by, set),
  calendarLinks: (by, { dossier }) => calendarLinks(by, dossier.id),
  openTemplate: async (by, { word }) => {
    const { id } = await db.recordTemplate.findFirstOrThrow({ where: { name: `${word} template` } });
    return openTemplate(by, "event", id, () => Promise.resolve(null));
  },
};

/** Reads of all that there is: without limits they tell of both dossiers. */
const ofAll: Record<string, (by: Actor) => Promise<unknown>> = {
  listEntries: (by) => listEntries(by, "event", newest),
  "listEntries of dossiers": (by) => listEntries(by, "dossier", newest),
  "listEntries of the trash": (by) => listEntries(by, "event", { ...newest, state: "trashed" }),
  "listEntries not verified": (by) =>
    listEntries(by, "event", { ...newest, sort: "verified", direction: "asc" }),
  searchDesk: (by) => searchDesk(by, "wort shown"),
  findInBox: (by) => findInBox(by, "wort draft"),
  entryChoices: (by) => entryChoices(by, "event", {}),
  dossierChoices: (by) => dossierChoices(by),
  dashboard: (by) => dashboard(by),
  deskCalendar: (by) => deskCalendar(by, null, span),
  reviewQueue: (by) => reviewQueue(by),
  reportList: (by) => reportList(by, { state: "open" }),
  scheduledFor: (by) => scheduledFor(by),
  savedViews: (by) => savedViews(by),
  recordTemplates: (by) => recordTemplates(by),
};

/** What must not be told of a dossier: its word, and the ids of what is in it and not on the site. */
const secretsOf = ({ word, dossier, draft, trashed, visit }: Filled) => [
  word,
  ...[dossier, draft, trashed, visit].map(({ id }) => id),
];
const toldIn = (read: unknown, secrets: readonly string[]) =>
  secrets.filter((secret) => (JSON.stringify(read) ?? "").includes(secret));

describe.each(Object.entries(ofOne))("%s", (_name, read) => {
  it("reads one's own dossier as without limits, and of another nothing", async () => {
    const unlimited = await account(null);
    expect(await read(limited, own)).toEqual(await read(unlimited, own));
    const nothing = await read(limited, other);
    expect(toldIn(nothing, secretsOf(other))).toEqual([]);
    // What there is nothing of in either dossier shows nothing here.
    const there = await read(unlimited, other);
    if (toldIn(there, secretsOf(other)).length > 0) expect(nothing).not.toEqual(there);
  });
});

it.each(Object.entries(ofAll))("%s tells of one's own dossier, and of no other", async (_name, read) => {
  const [told, all] = [await read(limited), await read(await account(null))];
  expect(toldIn(told, secretsOf(own)).length).toBeGreaterThan(0);
  expect(toldIn(told, secretsOf(other))).toEqual([]);
  expect(toldIn(all, secretsOf(other)).length).toBeGreaterThan(0);
});

it("counts hold nothing of other dossiers", async () => {
  const [reviews, reports, totals, { counts }] = await Promise.all([
    waitingReviews(limited),
    openReports(limited),
    listTotals(limited, "event", newest),
    dashboard(limited),
  ]);
  expect([reviews, reports, totals.all.count]).toEqual([1, 1, 2]);
  const ofEvents = counts.filter(({ kind }) => kind === "event");
  expect(Object.fromEntries(ofEvents.map(({ state, count }) => [state, count]))).toEqual({
    ...{ draft: 1, published: 1, trashed: 1 },
  });
  expect(counts.find(({ kind }) => kind === "dossier")?.count).toBe(1);
  const all = await dashboard(editor);
  const sources = (from: typeof all) => from.counts.filter(({ kind }) => kind === "source");
  expect(sources(await dashboard(limited))).toEqual(sources(all));
});

it("misspelt words are not corrected by drafts of other dossiers", async () => {
  await makeDraft("event", own.dossier, { title: "Liverwort" });
  await makeDraft("event", other.dossier, { title: "Sphagnum" });
  const corrected = async (by: Actor) => JSON.stringify(await closeMeanings(by, [["livrwort"], ["sphagnm"]]));
  expect(await corrected(editor)).toMatch(/liverwort.*sphagnum/);
  expect(await corrected(limited)).toMatch(/liverwort/);
  expect(await corrected(limited)).not.toContain("sphagnum");
});

it("what refers to a shared record from elsewhere is told by its published title alone, and still holds it", async () => {
  const { rows } = await referrersTo(limited, source);
  expect(toldIn(rows, [other.draft.id])).toEqual([]);
  const cited = (await db.entry.findMany({ where: { id: source } }))[0]!;
  const target = { id: source, kind: "source" as const, version: cited.version };
  const kept = await trash(limited, target);
  expect(kept).toMatchObject({ ok: false, reason: "blocked", code: "stillReferredTo" });
  expect(toldIn(kept, [other.draft.id, "Hornwort draft"])).toEqual([]);
  const elsewhere = kept.ok || kept.reason !== "blocked" ? [] : kept.records.filter((one) => one.isElsewhere);
  expect(elsewhere).toEqual([
    { id: other.shown.id, kind: "event", title: "Hornwort shown", isElsewhere: true },
  ]);
  // Also where only what the actor may not know of refers to it.
  const lone = written(
    await createDraft(editor, { kind: "source", dossierId: null }, typedFor("source", nextPair())),
  );
  await makeDraft("event", other.dossier, { citations: [{ source: lone.id }] });
  const refused = await trash(limited, { id: lone.id, kind: "source", version: lone.version });
  expect(refused).toEqual({ ok: false, reason: "blocked", code: "stillReferredTo", records: [] });
  expect(await unpublish(limited, target)).toMatchObject({ ok: false, code: "stillReferredTo" });
});

it("what is typed as a reference to a record of another dossier is not named by a preview", async () => {
  const draft = await makeDraft("agreement", other.dossier, { title: "Hornwort pact" });
  const ofVisit = async (by: Actor, dossierId: string, agreements: string[]) => {
    const typed = { ...own.visit.typed, agreements };
    return (await previewTyped(by, { kind: "visit", id: null, dossierId, typed }))?.refersTo;
  };
  expect(await ofVisit(owner, other.dossier.id, [draft.id])).toMatchObject([{ title: "Hornwort pact" }]);
  expect(await ofVisit(limited, own.dossier.id, [draft.id])).toEqual([]);
  expect(await ofVisit(limited, own.dossier.id, [own.agreement.id])).toMatchObject([
    { id: own.agreement.id },
  ]);
});

it("the records that name a person plainly are found and linked among one's own dossiers alone", async () => {
  const [country] = other.dossier.parties;
  const typed = typedFor("person", other.dossier.parties, { name: "Hornwort Visitor", country });
  const person = written(await createDraft(editor, { kind: "person", dossierId: null }, typed));
  expect(await plainlyNamed(limited, person.id)).toEqual([]);
  expect((await linkNames(limited, person.id)).linked).toBe(0);
});

it("of a change set of others the actor sees the records of their own dossiers, and nothing of one that has none", async () => {
  expect(await openChangeSet(limited, other.set)).toBeNull();
  expect(await brokenBy(limited, other.set)).toEqual([]);
  expect(await trashedWith(limited, other.trashed.id)).toBeNull();
  const rows = [own.draft, other.draft].map(({ id, version }) => ({ id, version }));
  const mixed = await askForChange(owner, "verify", { kind: "event", rows });
  const seen = mixed.ok ? await openChangeSet(limited, mixed.id) : null;
  expect(seen).toMatchObject({ counts: { waiting: 1 }, items: [{ id: own.draft.id }] });
});

it("notices of what a person lost end with the limit", async () => {
  const reader = await account(null);
  await db.comment.create({
    data: { id: v7(), entryId: other.draft.id, text: "Mine", madeById: reader.id, madeByName: reader.name },
  });
  await addComment(owner, { entryId: other.draft.id, path: "", text: "To all" });
  expect([(await noticesFor(reader)).length, await unreadCount(reader)]).toEqual([1, 1]);
  const user = await db.user.update({
    where: { id: reader.id },
    data: { isLimited: true, limitedTo: [own.dossier.id] },
  });
  const now = actorFor(user);
  expect([(await noticesFor(now)).length, await unreadCount(now)]).toEqual([0, 0]);
});

it("templates of other dossiers, and those for all, are not for a limited editor to change", async () => {
  const theirs = await db.recordTemplate.findFirstOrThrow({ where: { name: "Hornwort template" } });
  expect(await changeTemplate(limited, theirs.id, { do: "remove" })).toEqual({
    ok: false,
    code: "template.gone",
  });
  const kept = {
    kind: "event" as const,
    id: own.draft.id,
    name: "For all",
    isForAll: true,
    holds: "all" as const,
  };
  await expect(keepTemplate(limited, kept)).rejects.toThrow("may not");
  const view = { kind: "event" as const, name: "For all", query: "", isShared: true };
  await expect(keepView(limited, view)).rejects.toThrow("may not");
});
