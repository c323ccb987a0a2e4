/** A reader's report on its way: taken or refused, read and answered by editors, settled, and forgotten. */
import { beforeEach, expect, it, vi } from "vitest";
import { type Actor, Forbidden, type Role } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { cacheTag } from "@/lib/domain/cache-tags";
import type { TypedReport } from "@/lib/domain/reports";
import * as environment from "@/lib/env";
import { recordBySlug } from "@/lib/published/records";
import { isAwaited, lockedBy } from "@/tests/support/is-awaited";
import { makeDossier, makeDraft, makePublished, someone, written } from "@/tests/support/make";
import { markRead, noticesFor } from "../notices/read-notices";
import { mostReportsMailed } from "../notices/tell";
import { unpublish } from "../publish/withdraw";
import { saveDraft } from "../write/save";
import { forgetReports } from "./forget-reports";
import { openReports, reportList, reportsOn } from "./read-reports";
import { receiveReport, reportStamp } from "./receive-report";
import { answerReport, settleReport } from "./settle-report";
import { sayUnderReview } from "./under-review";

vi.mock("@/lib/env", { spy: true });

const db = database();
const [second, hour, day] = [1000, 60 * 60 * 1000, 24 * 60 * 60 * 1000];

/** An actor with an account. */
async function hired(role: Role, name: string): Promise<Actor> {
  const actor = someone(role, name);
  const email = `${actor.id}@example.org`;
  await db.user.create({ data: { id: actor.id!, email, name, role, passwordHash: "-" } });
  return actor;
}
const [editor, author] = [await hired("editor", "Erik Editor"), await hired("author", "Aigerim Author")];
const event = await makePublished("event", await makeDossier());

beforeEach(async () => {
  const smtp = { host: "127.0.0.1", port: 1, isTls: false, login: undefined, from: undefined };
  const { env } = await vi.importActual<typeof environment>("@/lib/env");
  vi.mocked(environment.env).mockImplementation(() => ({ ...env(), smtp }));
  await db.errorReport.deleteMany();
  await db.mail.deleteMany();
  await db.deskNotice.deleteMany();
  await db.$executeRaw`DELETE FROM "rate_limit"`;
});

/** What is sent from a form that was opened a minute ago. */
function send(typed: Partial<TypedReport> = {}, from = "192.0.2.1", entryId = event.id) {
  const now = Date.now();
  const stamp = reportStamp(entryId, now - 60 * second);
  return receiveReport(
    { entryId, stamp, from, typed: { text: "The day is wrong", source: "", address: "", ...typed } },
    now,
  );
}
const faultsOf = async (sent: ReturnType<typeof send>) => {
  const received = await sent;
  return received.outcome === "refused" ? received.refused.faults : received.outcome;
};
const theReport = async () => (await reportsOn(editor, event.id)).reports[0]!;

it("is taken once, told to those who may publish and noted, and shown to no one else", async () => {
  const typed = { text: " The day\r\nis wrong ", source: "A register", address: " Reader@Example.ORG " };
  expect(await faultsOf(send(typed))).toBe("received");
  expect(await faultsOf(send(typed))).toBe("received");
  expect((await reportsOn(editor, event.id)).reports).toMatchObject([
    { text: "The day\nis wrong", source: "A register", address: "reader@example.org", settledAt: null },
  ]);
  expect(await openReports(editor)).toBe(1);
  expect((await noticesFor(editor)).map(({ about, text }) => [about, text])).toEqual([
    ["reported", "The day\nis wrong"],
  ]);
  expect(await noticesFor(author)).toEqual([]);
  expect(await db.mail.findMany({ where: { address: `${editor.id}@example.org` } })).toHaveLength(1);
  const acts = await db.auditEvent.findMany({ where: { action: "report.receive", subject: event.id } });
  expect(acts).toMatchObject([{ byId: null, byName: "Visitor" }]);
  expect(JSON.stringify(acts[0]!.detail)).not.toContain("example");
  for (const read of [
    () => reportsOn(author, event.id),
    () => openReports(author),
    () => reportList(author, { state: "open" }),
  ])
    await expect(read()).rejects.toThrow(Forbidden);
});

it("is refused, with what was typed, where a part of it cannot be read", async () => {
  const wrong: [Partial<TypedReport>, object][] = [
    [{ text: " " }, { text: "empty" }],
    [{ text: "x".repeat(2001) }, { text: "tooLong" }],
    [{ text: "a\u0007".repeat(2001) }, { text: "tooLong" }],
    [{ text: "\u0007" }, { text: "empty" }],
    [{ source: "x".repeat(501) }, { source: "tooLong" }],
    [{ address: "no address" }, { address: "invalid" }],
    [{ address: `a@example.org\r\nBcc: b@example.org` }, { address: "invalid" }],
  ];
  for (const [typed, faults] of wrong) expect(await faultsOf(send(typed))).toEqual(faults);
  expect(await send({ text: "" })).toMatchObject({ refused: { typed: { text: "" }, stamp: /\d/ } });
  expect(await openReports(editor)).toBe(0);
});

it("loses what cannot be shown, and nothing else", async () => {
  const text = `${"x".repeat(1990)}\u0007\u0085\u0000end\ud800`;
  expect(await faultsOf(send({ text, source: "A\u001b register" }))).toBe("received");
  expect(await theReport()).toMatchObject({ text: `${"x".repeat(1990)}\nend`, source: "A register" });
});

it("is mailed where it is news to its reader, of few records an hour", async () => {
  const mails = () => db.mail.count({ where: { address: `${editor.id}@example.org` } });
  const anHourLater = () => db.$executeRaw`UPDATE "DeskNotice" SET "at" = "at" - interval '61 minutes'`;
  for (const text of ["First", "Second"]) await send({ text });
  expect(await noticesFor(editor)).toMatchObject([{ text: "Second", times: 2 }]);
  expect(await mails()).toBe(1);
  // It waits to be read, however long.
  await anHourLater();
  await send({ text: "Third" });
  expect(await mails()).toBe(1);
  await markRead(editor);
  await send({ text: "Fourth" });
  expect(await mails()).toBe(1);
  await markRead(editor);
  await anHourLater();
  await send({ text: "Fifth" });
  expect(await mails()).toBe(2);

  const dossier = await makeDossier();
  for (let other = 0; other < mostReportsMailed + 1; other += 1) {
    const { id } = await makePublished("event", dossier);
    expect(await faultsOf(send({}, `192.0.2.${other}`, id))).toBe("received");
  }
  expect(await mails()).toBe(1 + mostReportsMailed);
  expect(await noticesFor(editor)).toHaveLength(3 + mostReportsMailed + 1);
});

it("is refused from a form that is not ours, is another record's, was opened just now or long ago", async () => {
  const now = Date.now();
  const other = await makePublished("event", await makeDossier());
  const from = (stamp: string, at = now) =>
    receiveReport(
      { entryId: event.id, stamp, from: "192.0.2.2", typed: { text: "Wrong", source: "", address: "" } },
      at,
    );
  const stamp = reportStamp(event.id, now);
  const refused = (whole: string, kept: string | null) => ({ refused: { faults: { whole }, stamp: kept } });
  for (const forged of ["", "x", `${now - hour}${stamp.slice(13)}`, reportStamp(other.id, now - hour)])
    expect(await from(forged, now)).toMatchObject(refused("expired", null));
  expect(await from(stamp, now + 2 * second)).toMatchObject(refused("tooSoon", stamp));
  expect(await from(stamp, now + 25 * hour)).toMatchObject(refused("expired", null));
  // What was opened too late is given a stamp that counts.
  expect(await from(stamp, now + 4 * second)).toEqual({ outcome: "received" });
});

it("is refused where too many come from a network, or are open of one record", async () => {
  for (let sent = 0; sent < 10; sent += 1)
    expect(await faultsOf(send({ text: `Wrong ${sent}` }))).toBe("received");
  expect(await faultsOf(send({ text: "One more" }))).toEqual({ whole: "tooMany" });
  for (let sent = 0; sent < 10; sent += 1)
    expect(await faultsOf(send({ text: `Also wrong ${sent}` }, "192.0.2.77"))).toBe("received");
  expect(await faultsOf(send({ text: "One too many" }, "2001:db8::1"))).toEqual({ whole: "full" });
});

it("is about a record that readers can see", async () => {
  const draft = await makeDraft("event", await makeDossier());
  for (const id of [draft.id, "00000000-0000-7000-8000-00000000ffff"])
    expect(await faultsOf(send({}, "192.0.2.3", id))).toBe("gone");
});

it("is answered once, by mail where there is an address and a mail server", async () => {
  await send({ address: "reader@example.org" });
  const { id } = await theReport();
  await db.mail.deleteMany();
  await expect(answerReport(author, id, "No")).rejects.toThrow(Forbidden);
  expect(await answerReport(editor, id, "It is mended.")).toBe(true);
  expect(await answerReport(editor, id, "Again")).toBe(false);
  const [letter, ...others] = await db.mail.findMany();
  expect([letter?.address, others]).toEqual(["reader@example.org", []]);
  expect(letter?.text).toMatch(/The day is wrong[^]*It is mended\.[^]*\/history\//);
  expect(await theReport()).toMatchObject({
    isAnswerSent: true,
    answer: "It is mended.",
    answeredByName: "Erik Editor",
  });
  await db.errorReport.deleteMany();
  await send();
  expect(await answerReport(editor, (await theReport()).id, "Noted.")).toBe(true);
  expect(await theReport()).toMatchObject({ isAnswerSent: false, answer: "Noted." });
});

it("is answered by a mail that tells of no draft, nor of what was withdrawn", async () => {
  const about = await makePublished("event", await makeDossier());
  const { title } = await db.record.findUniqueOrThrow({ where: { id: about.id } });
  for (const text of ["First", "Second"])
    await send({ text, address: "reader@example.org" }, "192.0.2.5", about.id);
  const [first, second] = (await reportsOn(editor, about.id)).reports;
  const answered = async (id: string) => {
    await db.mail.deleteMany();
    expect(await answerReport(editor, id, "It is mended.")).toBe(true);
    return db.mail.findFirstOrThrow();
  };
  const draft = written(await saveDraft(editor, about, { ...about.typed, title: "Not for readers yet" }));
  const named = await answered(first!.id);
  expect([named.subject, named.text]).toEqual([`Your report on ${title}`, expect.stringContaining(title)]);
  expect(named.text).not.toContain("Not for readers yet");

  written(await unpublish(editor, { ...about, version: draft.version }));
  const unnamed = await answered(second!.id);
  expect(unnamed).toMatchObject({
    subject: "Your report of an error",
    text: expect.stringContaining("mended"),
  });
  for (const hidden of [title, "Not for readers yet"]) expect(unnamed.text).not.toContain(hidden);
});

it("is settled with the last other one at once, and the page says no longer that it is under review", async () => {
  for (const text of ["First", "Second"]) await send({ text });
  await sayUnderReview(editor, event.id, true);
  const [first, second] = (await reportsOn(editor, event.id)).reports;
  const since = async () => (await db.record.findUniqueOrThrow({ where: { id: event.id } })).underReviewSince;
  let settling: Promise<boolean> | undefined;
  await db.$transaction(async (tx) => {
    const holder = await lockedBy(tx, event.id);
    await tx.errorReport.update({ where: { id: first!.id }, data: { settledAt: new Date() } });
    settling = settleReport(editor, second!.id, true);
    await Promise.race([settling, isAwaited(holder)]);
  });
  expect([await settling, await since()]).toEqual([true, null]);

  for (const { id } of [first!, second!]) await settleReport(editor, id, false);
  await sayUnderReview(editor, event.id, true);
  const both = [first!, second!].map(({ id }) => settleReport(editor, id, true));
  expect([await Promise.all(both), await since()]).toEqual([[true, true], null]);
});

it("is not said to be under review by who chose so while the last report was settled", async () => {
  await send();
  const { id } = await theReport();
  let saying: Promise<boolean> | undefined;
  await db.$transaction(async (tx) => {
    const holder = await lockedBy(tx, event.id);
    await tx.errorReport.update({ where: { id }, data: { settledAt: new Date() } });
    saying = sayUnderReview(editor, event.id, true);
    await Promise.race([saying, isAwaited(holder)]);
  });
  expect(await saying).toBe(false);
  expect(await db.record.findUniqueOrThrow({ where: { id: event.id } })).toMatchObject({
    underReviewSince: null,
  });
});

it("is said on the record's page only where an editor chooses so, and no longer than a report is open", async () => {
  const page = async () => {
    const { dossierId, slug } = await db.record.findUniqueOrThrow({ where: { id: event.id } });
    return (await recordBySlug(dossierId!, "event", slug))?.underReviewSince ?? null;
  };
  const lastTags = async () => (await db.outbox.findFirst({ orderBy: { id: "desc" } }))?.tags;
  await send();
  expect(await page()).toBeNull();
  await expect(sayUnderReview(author, event.id, true)).rejects.toThrow(Forbidden);
  expect(await sayUnderReview(editor, event.id, true)).toBe(true);
  expect(await sayUnderReview(editor, event.id, true)).toBe(false);
  expect(await page()).not.toBeNull();
  expect(await lastTags()).toEqual([cacheTag.underReview(event.id)]);
  const before = await db.outbox.count();
  await expect(settleReport(author, (await theReport()).id, true)).rejects.toThrow(Forbidden);
  expect(await settleReport(editor, (await theReport()).id, true)).toBe(true);
  expect([await page(), await db.outbox.count()]).toEqual([null, before + 1]);
  expect(await settleReport(editor, (await theReport()).id, true)).toBe(false);
  expect((await reportList(editor, { state: "settled" })).rows).toMatchObject([{ entryId: event.id }]);
  expect(await settleReport(editor, (await theReport()).id, false)).toBe(true);
  expect((await reportList(editor, { state: "open" })).rows).toHaveLength(1);
});

it("keeps no address for long, and is forgotten a year after it was settled", async () => {
  await send({ address: "reader@example.org" });
  await forgetReports(new Date(Date.now() + 400 * day));
  expect((await theReport()).address).toBe("reader@example.org");
  await settleReport(editor, (await theReport()).id, true);
  await forgetReports(new Date(Date.now() + 29 * day));
  expect((await theReport()).address).toBe("reader@example.org");
  await forgetReports(new Date(Date.now() + 31 * day));
  expect(await theReport()).toMatchObject({ address: null, text: "The day is wrong" });
  await forgetReports(new Date(Date.now() + 366 * day));
  expect((await reportsOn(editor, event.id)).reports).toEqual([]);
});
