import { beforeEach, expect, test } from "vitest";
import { v4 } from "uuid";
import { database } from "@/lib/database/client";
import { kindOf } from "@/lib/domain/kinds/registry";
import { formFieldsOf } from "@/lib/domain/fields/set";
import { readRecordForm } from "@/lib/domain/record-form";
import { TamperedRequest } from "@/lib/domain/tampered-request";
import { until } from "@/tests/support/until";
import { keepActLog } from "./act-log";
import { createUser, listUsers } from "./accounts";
import { actorFor, Forbidden, operator } from "./actor";
import { type Asking, whileAsking } from "./asking";
import { eventsForFile, loggedActions, readEvents, readLogFilter } from "./audit-log";
import { confirmSession } from "./confirm-session";
import { noteKey } from "./key-fingerprint";
import { notingTampered } from "./read-form";
import { liveSession } from "./sessions";
import { signIn } from "./sign-in";

const password = "a long enough password";
let email: string;
let lines: Record<string, unknown>[];
let request: Asking;

beforeEach(async () => {
  await database().user.deleteMany();
  email = `person-${v4()}@example.org`;
  const made = await createUser(operator(), { email, name: "Aigerim", role: "author", password });
  if (!made.ok) throw new Error(made.reason);
  lines = [];
  keepActLog({ info: (line) => void lines.push({ ...line }), warn: () => undefined });
  request = { address: "203.0.113.77", requestId: v4(), path: "/admin/sign-in" };
});

const noted = () =>
  database().auditEvent.findMany({ where: { requestId: request.requestId }, orderBy: { seq: "asc" } });

const attempt = (typed: { email: string; password: string }) =>
  whileAsking(request, () => signIn(typed, { address: request.address }));

test("a sign-in, right, wrong, and of no account, is noted with who, what, from where and by which request", async () => {
  await attempt({ email, password });
  await attempt({ email, password: "what should never be kept" });
  await attempt({ email: "what should never be kept", password });
  const from = { network: "203.0.113.0/24", requestId: request.requestId };
  expect(await noted()).toMatchObject([
    { action: "account.signIn", byName: "Aigerim", subject: email, ...from },
    { action: "account.signInWrong", byId: null, subject: email, ...from },
    { action: "account.signInWrong", byId: null, subject: "unknown", ...from },
  ]);
  expect(lines).toMatchObject([
    { act: "account.signIn", by: expect.any(String) as string, ...from },
    { act: "account.signInWrong", by: null, ...from },
    { act: "account.signInWrong", by: null, ...from },
  ]);
  expect(JSON.stringify([lines, (await noted()).map((event) => ({ ...event, seq: 0 }))])).not.toMatch(
    /never be kept|a long enough|203\.0\.113\.77/,
  );
});

test("the password that is said again, right, wrong and too often, is noted", async () => {
  const begun = await attempt({ email, password });
  if (!begun.ok) throw new Error(begun.reason);
  const session = (await liveSession(begun.sid))!;
  const again = (typed: string) => whileAsking(request, () => confirmSession(session, typed));
  await again(password);
  for (let tried = 0; tried < 11; tried += 1) await again("what should never be kept");
  const acts = (await noted()).map(({ action, byName, detail }) => ({ action, byName, detail }));
  const detail = { userId: session.user.id, step: "again" };
  expect(acts.slice(1, 3)).toEqual([
    { action: "account.confirm", byName: "Aigerim", detail: { userId: session.user.id } },
    { action: "account.signInWrong", byName: "Aigerim", detail },
  ]);
  expect(acts.at(-1)).toEqual({ action: "account.signInThrottled", byName: "Aigerim", detail });
  expect(JSON.stringify([lines, acts])).not.toMatch(/never be kept|a long enough/);
});

test("tries without end are noted a bounded number of times", async () => {
  request.address = v4();
  for (let i = 0; i < 40; i++) await attempt({ email: `${v4()}@example.org`, password: "wrong" });
  expect(await noted()).toHaveLength(20);
});

test("what a role does not allow is noted, and outside of a request nothing is", async () => {
  const [user] = await listUsers(operator());
  const author = actorFor(user!);
  await expect(whileAsking(request, () => listUsers(author))).rejects.toThrow(Forbidden);
  await until("it is noted", async () => (await noted()).length === 1);
  expect(await noted()).toMatchObject([
    { action: "refused.role", byId: author.id, subject: "/admin/sign-in", detail: { ability: "manage" } },
  ]);
  await expect(listUsers(author)).rejects.toThrow(Forbidden);
});

test("a record's form that is none of ours is noted once, without what it held", async () => {
  const fields = formFieldsOf(kindOf("source").fields);
  const read = () => readRecordForm(fields, [["what should never be kept", "x"]]);
  await whileAsking(request, async () => {
    const thrown = await Promise.resolve()
      .then(() => notingTampered(() => notingTampered(read)))
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(TamperedRequest);
  });
  await until("it is noted", async () => (await noted()).length > 0);
  expect(await noted()).toMatchObject([{ action: "refused.form", subject: "/admin/sign-in" }]);
  expect(JSON.stringify((await noted()).map((event) => ({ ...event, seq: 0 })))).not.toContain(
    "never be kept",
  );
});

test("another secret of the site is noted once, and says nothing of it", async () => {
  await noteKey();
  await noteKey();
  const events = await database().auditEvent.findMany({ where: { action: "key.use" } });
  expect(events).toHaveLength(1);
  expect(JSON.stringify(events[0]!.detail)).not.toContain(process.env.ENTENTE_SECRET);
});

test("the log is read by admins alone, page by page, by each filter", async () => {
  const [user] = await listUsers(operator());
  const [author, admin] = [actorFor(user!), operator()];
  for (const read of [readEvents, eventsForFile])
    await expect(read(author, {}, "csv")).rejects.toThrow(Forbidden);
  await expect(loggedActions(author)).rejects.toThrow(Forbidden);
  const at = (number: number) => new Date(Date.UTC(2031, 4, 1 + Math.floor(number / 60), 12));
  const entryId = v4();
  await database().auditEvent.createMany({
    data: Array.from({ length: 130 }, (_, number) => ({
      ...{ id: v4(), at: at(number), byId: author.id, byName: "Aigerim", subject: String(number) },
      action: number % 2 ? "test.odd" : "test.even",
      ...(number % 10 ? {} : { entryId, version: number }),
    })),
  });
  const all = { by: author.id!, from: "2031-05-01", to: "2031-05-03" };
  const subjects: string[] = [];
  let before: string | undefined;
  for (let page = 0; page < 3; page++) {
    const { events, next } = await readEvents(admin, all, before);
    subjects.push(...events.map(({ subject }) => subject));
    before = next ?? undefined;
  }
  expect(before).toBeUndefined();
  expect(subjects.map(Number)).toEqual(Array.from({ length: 130 }, (_, index) => 129 - index));
  const found = async (filter: Parameters<typeof readEvents>[1]) =>
    (await readEvents(admin, filter)).events.map(({ subject }) => Number(subject));
  expect(await found({ record: entryId })).toHaveLength(13);
  expect(await found({ ...all, to: "2031-05-01", action: "test.odd" })).toHaveLength(30);
  expect(await found({ ...all, from: "2031-05-03" })).toHaveLength(10);
  expect(await loggedActions(admin)).toEqual(expect.arrayContaining(["test.even", "test.odd"]));
  const batches: number[] = [];
  for await (const batch of (await eventsForFile(admin, all, "csv"))!) batches.push(batch.length);
  expect(batches).toEqual([130]);

  // What was done about a record without writing it, as a comment, has it as its subject.
  await database().auditEvent.createMany({
    data: [200, 5, 60].map((minute) => ({
      ...{ id: v4(), at: at(minute), byId: author.id, byName: "Aigerim", subject: entryId },
      action: "comment.add",
    })),
  });
  const ofRecord = (await readEvents(admin, { record: entryId.toUpperCase() })).events;
  expect(ofRecord).toHaveLength(16);
  expect(ofRecord.map(({ at: when }) => when.getTime())).toEqual(
    ofRecord.map(({ at: when }) => when.getTime()).sort((one, other) => other - one),
  );
  expect(ofRecord.filter(({ action }) => action === "comment.add")).toHaveLength(3);
});

test("of an address only what is a filter counts", () => {
  const by = v4();
  expect(
    readLogFilter({ by, record: "x", action: "<b>", from: "2026-02-30", to: ["2026-01-01"], more: "1" }),
  ).toEqual({ by });
});

test.each(["0000-01-01", "0001-01-01", "1899-12-31", "2201-01-01", "9999-12-31"])(
  "a day that no event is of is no filter: %s",
  async (odd) => {
    const filter = readLogFilter({ from: odd, to: odd });
    expect(filter).toEqual({});
    await expect(readEvents(operator(), filter)).resolves.toBeDefined();
  },
);

test("the first and the last day that are filters can be asked for", async () => {
  const days = { from: "1900-01-01", to: "2200-12-31" };
  expect(readLogFilter(days)).toEqual(days);
  expect((await readEvents(operator(), days)).events).not.toEqual([]);
});
