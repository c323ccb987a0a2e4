/** What is kept of a person: taken along as a file, and taken out. */
import { expect, test, vi } from "vitest";
import { v4 } from "uuid";
import { database } from "@/lib/database/client";
import { addComment, settleComment } from "@/lib/desk/comments/write-comment";
import { deskJobs } from "@/lib/desk/background/desk-jobs";
import { forgetJob } from "@/lib/desk/reports/forget-reports";
import { keepView } from "@/lib/desk/settings/saved-views";
import { required } from "@/lib/env";
import { confirmed } from "@/tests/support/confirmed";
import { createDraft } from "@/lib/desk/write/save";
import { makeDossier, someone, typedFor, written } from "@/tests/support/make";
import { statements } from "@/tests/support/test-postgres";
import { calendarAddress } from "@/tests/support/calendar-address";
import { type Account, createUser, disableUser } from "./accounts";
import { actorFor, Forbidden, operator } from "./actor";
import { whileAsking } from "./asking";
import { forgetAuthor, formerEditor } from "./forget-author";
import { forgetNames, namesAlone, namesById } from "./forget-names";
import { forgetPerson } from "./forget-person";
import { notInFile, ownData, tablesInFile } from "./own-data";
import { liveSession } from "./sessions";
import { signIn } from "./sign-in";

const password = "a long enough password";
const db = database();

/** An account that has written, commented and signed in, and what it worked on. */
async function atWork(): Promise<{ account: Account; sid: string; entryId: string; dossierId: string }> {
  const email = `${v4()}@example.org`;
  const made = await createUser(operator(), { email, name: `Editor ${v4()}`, role: "editor", password });
  if (!made.ok) throw new Error(made.reason);
  const { account } = made;
  const [actor, dossier] = [actorFor(account), await makeDossier()];
  const typed = typedFor("event", dossier.parties, { citations: [{ source: dossier.source }] });
  const draft = await createDraft(actor, { kind: "event", dossierId: dossier.id }, typed);
  const entryId = written(draft).id;
  await addComment(actor, { entryId, path: "", text: "Is this so?" });
  const other = await addComment(someone("editor"), { entryId, path: "", text: "And this?" });
  if (other.ok) await settleComment(actor, other.id, true);
  await keepView(actor, { kind: "visit", query: "", name: `Mine ${v4()}`, isShared: false });
  await calendarAddress(actor, dossier.id);
  const session = await signIn({ email, password }, { address: "203.0.113.77" });
  if (!session.ok) throw new Error(session.reason);
  return { account, sid: session.sid, entryId, dossierId: dossier.id };
}

/** An admin's account. */
async function anAdmin(): Promise<Account> {
  const email = `${v4()}@example.org`;
  const made = await createUser(operator(), { email, name: "An admin", role: "admin", password });
  if (!made.ok) throw new Error(made.reason);
  return made.account;
}

const columnsLike = (pattern: string) => db.$queryRaw<{ table: string; column: string }[]>`
  SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
  JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
  WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name ~ ${pattern}`;

test("one's own file holds every part of what is kept, and no secret", async () => {
  const { account, sid, entryId } = await atWork();
  const session = (await liveSession(sid))!;
  // A guess by someone else, from a network from which nothing was counted before.
  const address = `guesser ${v4()}`;
  const guess = { email: account.email, password: "not the password" };
  const request = { address, requestId: v4(), path: "/admin/sign-in" };
  await whileAsking(request, () => signIn(guess, { address }));
  expect(await ownData({ ...session, isConfirmed: false })).toBeNull();
  const pieces: string[] = [];
  for await (const piece of (await ownData(session))!) pieces.push(piece);
  const file = JSON.parse(pieces.join("")) as Record<string, Record<string, unknown>[]>;
  expect(file).toMatchObject({
    account: [{ email: account.email, name: account.name, role: "editor" }],
    sessions: [{ network: "203.0.113.0/24" }],
    comments: [{ text: "Is this so?", entryId }],
    views: [{ kind: "visit" }],
    calendarAddresses: [{}],
    records: [{ id: entryId }],
    actsOnAccount: [{ action: "account.add" }, { action: "account.signInWrong" }],
  });
  // Where others were, and in which request, tells of them.
  expect(file.acts!.every((act) => "network" in act)).toBe(true);
  expect(file.actsOnAccount!.some((act) => "network" in act || "requestId" in act)).toBe(false);
  expect(pieces.join("")).not.toContain(request.requestId);
  expect(file.acts!.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["create", "comment.add", "account.signIn", "account.data"]),
  );
  expect(file.versions!.length).toBeGreaterThan(0);
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: account.id } });
  expect(pieces.join("")).not.toContain(passwordHash);
  expect(pieces.join("")).not.toContain(sid);
});

test("every table that holds an account's id is in the file, or left out for a reason", async () => {
  const known = new Set([...tablesInFile, ...Object.keys(notInFile)]);
  const tables = (await columnsLike("^(byId|userId|ownerId|\\w+ById)$")).map(({ table }) => table);
  expect(tables.filter((table) => !known.has(table))).toEqual([]);
});

test("a person's name leaves the record with the account; the audit log stays as it was", async () => {
  const { account, entryId } = await atWork();
  const ofAdmin = await anAdmin();
  const admin = confirmed(ofAdmin);
  const target = () => db.user.findUniqueOrThrow({ where: { id: account.id } });
  expect(await forgetPerson(admin, account)).toEqual({ ok: false, reason: "open" });
  await disableUser(operator(), account);
  const events = () => db.auditEvent.findMany({ where: { byId: account.id }, orderBy: { seq: "asc" } });
  const before = await events();
  expect(await forgetPerson(actorFor(ofAdmin), await target())).toMatchObject({ reason: "unconfirmed" });
  await expect(forgetPerson(someone("editor"), await target())).rejects.toThrow(Forbidden);
  expect(await forgetPerson(admin, account)).toEqual({ ok: false, reason: "stale" });
  expect(await forgetPerson(admin, await target())).toEqual({ ok: true });

  expect(await db.user.findUnique({ where: { id: account.id } })).toBeNull();
  expect(await events()).toEqual(before);
  const revisions = await db.revision.findMany({ where: { byId: account.id } });
  expect(new Set(revisions.map(({ byName }) => byName))).toEqual(new Set([formerEditor]));
  expect(await db.comment.findMany({ where: { entryId }, orderBy: { madeAt: "asc" } })).toMatchObject([
    { madeByName: formerEditor, text: "Is this so?" },
    { resolvedByName: formerEditor },
  ]);
  expect(await db.savedView.count({ where: { ownerId: account.id } })).toBe(0);
  const named = await columnsLike("(Name|byName)$");
  for (const { table, column } of named.filter(({ table: one }) => one !== "AuditEvent")) {
    const rows = await db.$queryRawUnsafe(`SELECT 1 FROM "${table}" WHERE "${column}" = $1`, account.name);
    expect(rows, `${table}.${column}`).toEqual([]);
  }
});

test("versions lose a name one batch after the other, and what is left is done later", async () => {
  const { account, dossierId } = await atWork();
  for (let more = 0; more < 2; more += 1)
    written(await createDraft(actorFor(account), { kind: "event", dossierId }, {}));
  await disableUser(operator(), account);
  const { version } = await db.user.findUniqueOrThrow({ where: { id: account.id } });
  const admin = confirmed(await anAdmin());
  const named = () => db.revision.count({ where: { byId: account.id, byName: account.name } });
  const before = await named();
  expect(before).toBeGreaterThan(2);
  // As if it were stopped at once, and again after one batch.
  expect(await forgetPerson(admin, { id: account.id, version }, 0)).toEqual({ ok: true });
  expect(await named()).toBe(before);
  let batches = 0;
  await forgetAuthor(account.id, () => batches++ === 1, 1);
  expect(await named()).toBe(before - 1);
  await deskJobs.handlers.retention({ id: forgetJob }, new AbortController().signal);
  expect(await named()).toBe(0);
});

test("other names go one batch after the other, and what is left is done later, by id and by name", async () => {
  const { account, dossierId, entryId } = await atWork();
  for (let more = 0; more < 3; more += 1)
    written(await createDraft(actorFor(account), { kind: "event", dossierId }, {}));
  await db.entry.update({ where: { id: entryId }, data: { addressCheckedByName: account.name } });
  await disableUser(operator(), account);
  const { version } = await db.user.findUniqueOrThrow({ where: { id: account.id } });
  const admin = confirmed(await anAdmin());
  const named = () => db.entry.count({ where: { createdById: account.id, createdByName: account.name } });
  const alone = async () => [
    await db.entry.count({ where: { addressCheckedByName: account.name } }),
    await db.comment.count({ where: { resolvedByName: account.name } }),
  ];
  expect(await forgetPerson(admin, { id: account.id, version }, 0)).toEqual({ ok: true });
  expect([await named(), ...(await alone())]).toEqual([4, 1, 1]);
  let batches = 0;
  const whose = { ids: [account.id], names: [account.name] };
  await forgetNames(whose, () => batches++ >= 2, 1);
  expect(await named()).toBe(2);
  // Someone who is called the same keeps what cannot be told apart, and nothing else.
  const same = await createUser(operator(), {
    ...{ email: `${v4()}@example.org`, name: account.name, role: "viewer", password },
  });
  const hourly = () => deskJobs.handlers.retention({ id: forgetJob }, new AbortController().signal);
  await hourly();
  expect([await named(), ...(await alone())]).toEqual([0, 1, 1]);
  if (!same.ok) throw new Error(same.reason);
  await db.user.delete({ where: { id: same.account.id } });
  await hourly();
  expect(await alone()).toEqual([0, 0]);
});

test("what is an account's own is found by an index when it is removed", async () => {
  const unindexed = await db.$queryRaw<{ column: string }[]>`
    SELECT c.conrelid::regclass || '.' || a.attname AS "column" FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = '"User"'::regclass
      AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])`;
  expect(unindexed).toEqual([]);
});

test("where records cannot be written, a person is removed all the same, from versions at once and from records later", async () => {
  const admin = confirmed(await anAdmin());
  const people = [await atWork(), await atWork()];
  const remove = async ({ account: { id } }: (typeof people)[0], longest?: number) => {
    await disableUser(operator(), (await db.user.findUniqueOrThrow({ where: { id } })) as Account);
    const { version } = await db.user.findUniqueOrThrow({ where: { id } });
    expect(await forgetPerson(admin, { id, version }, longest)).toEqual({ ok: true });
  };
  const ids = people.map(({ account }) => account.id);
  const named = async () => [
    await db.revision.count({ where: { byId: { in: ids }, byName: { not: formerEditor } } }),
    await db.entry.count({ where: { createdById: { in: ids }, createdByName: { not: formerEditor } } }),
  ];
  const hourly = () => deskJobs.handlers.retention({ id: forgetJob }, new AbortController().signal);
  const owner = required("directDatabaseUrl");
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await statements(
    owner,
    `CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$`,
    `CREATE TRIGGER broken BEFORE UPDATE ON "Entry" FOR EACH ROW EXECUTE FUNCTION broken()`,
  );
  try {
    await remove(people[0]!);
    expect(logged).toHaveBeenCalledOnce();
    await remove(people[1]!, 0);
    expect(await named()).toEqual([1, 2]);
    await expect(hourly()).rejects.toThrow("broken off");
    expect(await named()).toEqual([0, 2]);
  } finally {
    logged.mockRestore();
    await statements(owner, `DROP TRIGGER broken ON "Entry"`, `DROP FUNCTION broken()`);
  }
  await hourly();
  expect(await named()).toEqual([0, 0]);
});

test("every name beside an account's id is taken out, and no version is changed otherwise", async () => {
  const elsewhere = ["AuditEvent.byName", "Revision.byName"];
  const known = [...namesById.map(([table, , name]) => `${table}.${name}`), ...elsewhere];
  const alone = namesAlone.map(([table, name]) => `${table}.${name}`);
  const named = (await columnsLike("(By|by|owner)Name$")).map(({ table, column }) => `${table}.${column}`);
  expect(named.filter((one) => ![...known, ...alone].includes(one))).toEqual([]);

  const { account } = await atWork();
  const { id } = await db.revision.findFirstOrThrow({ where: { byId: account.id } });
  const former = db.$executeRaw`SELECT entente_forget_author(${account.id}::uuid, 10::int)`;
  await expect(former).rejects.toThrow(/append-only/); // the account is there
  for (const data of [{ byName: formerEditor }, { title: "x" }, { byName: formerEditor, title: "x" }])
    await expect(db.revision.update({ where: { id }, data })).rejects.toThrow();
});
