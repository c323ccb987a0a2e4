/** The chain over the audit log, on a real database: what the application and its owner can do to it, and what is found. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { createUser } from "@/lib/auth/accounts";
import { operator } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database, pool } from "@/lib/database/client";
import { publish } from "@/lib/desk/publish/publish";
import { unpublish } from "@/lib/desk/publish/withdraw";
import { trash } from "@/lib/desk/write/trash";
import type { AuditAction } from "@/lib/domain/audit-actions";
import { required } from "@/lib/env";
import { backup } from "@/lib/operations/backup";
import { restore } from "@/lib/operations/restore";
import { loggedChanges, versionsOf } from "@/lib/published/versions";
import { emptyDatabase } from "@/tests/support/empty-database";
import { makeDossier, makePublished, someone, written } from "@/tests/support/make";
import { onClient } from "@/tests/support/on-client";
import { until } from "@/tests/support/until";
import { noteRestore } from "./note-operation";
import { hasToPrune, pruneEvents } from "./prune-events";
import { chainHead, DueSeals, sealUpTo } from "./seal-events";
import { verifyChain } from "./verify-chain";

const owner = required("directDatabaseUrl");
const here = await mkdtemp(join(tmpdir(), "entente-audit-"));
afterAll(() => rm(here, { recursive: true }));

/** Does what the owner alone can: lifts what keeps the log from being rewritten, and puts it back. */
const asOwner = (...sql: string[]) =>
  onClient(owner, async (client) => {
    for (const table of ["AuditEvent", "AuditSeal"])
      await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    for (const one of sql) await client.query(one);
    for (const table of ["AuditEvent", "AuditSeal"])
      await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
  });

const verify = (head?: string, url = owner) => onClient(url, (client) => verifyChain(client, head));

async function act(action: AuditAction = "bulk.set"): Promise<bigint> {
  const subject = `subject ${Math.random()}`;
  await noteAct(database(), operator(), { action, subject, detail: { left: "before", right: 1.5 } });
  const { seq } = await database().auditEvent.findFirstOrThrow({ where: { subject } });
  return seq;
}

/** Five events, sealed by two and three. */
async function sealed(): Promise<bigint[]> {
  const first = [await act(), await act("account.role")];
  await sealUpTo(first.at(-1)!);
  const second = [await act(), await act("account.role"), await act()];
  await sealUpTo(second.at(-1)!);
  return [...first, ...second];
}

beforeEach(() => asOwner(`DELETE FROM "AuditEvent"`, `DELETE FROM "AuditSeal"`));

it("is whole as it was written, and says what is not sealed yet", async () => {
  await sealed();
  await act();
  const report = await verify();
  expect(report).toMatchObject({ fault: null, seals: 2, present: 5, missing: 0, unsealed: 1 });
  expect(report.head?.hash).toBe((await chainHead())?.hash);
  expect((await verify(report.head?.hash)).fault).toBeNull();
});

it("is whole however many seals it has", async () => {
  for (let seal = 1; seal <= 24; seal++) await sealUpTo(await act());
  expect(await verify()).toMatchObject({ fault: null, seals: 24, present: 24, head: { no: 24n } });
  const eleventh = await database().auditEvent.findFirstOrThrow({ orderBy: { seq: "asc" }, skip: 10 });
  await asOwner(`UPDATE "AuditEvent" SET "byName" = 'Someone else' WHERE "seq" = ${eleventh.seq}`);
  expect((await verify()).fault).not.toBeNull();
});

it("names the first event that the owner altered, removed or inserted", async () => {
  const [, second, third, fourth] = await sealed();
  await asOwner(
    `UPDATE "AuditEvent" SET "byName" = 'Someone else' WHERE "seq" = ${fourth}`,
    `UPDATE "AuditEvent" SET "detail" = '{"left": "after", "right": 1.5}' WHERE "seq" = ${third}`,
  );
  expect((await verify()).fault).toMatchObject({ fault: "altered", seq: third });
  await asOwner(`DELETE FROM "AuditEvent" WHERE "seq" = ${second}`);
  expect((await verify()).fault).toEqual({ fault: "removed", seq: second });
});

it("finds what was slipped in where a place was free", async () => {
  const before = await act();
  await pool().query("SELECT entente_next_event()"); // of a transaction that failed
  const free = before + 1n;
  await sealUpTo(await act());
  expect((await verify()).fault).toBeNull();
  await asOwner(
    `INSERT INTO "AuditEvent" ("id", "seq", "byName", "action", "subject")
     VALUES (gen_random_uuid(), ${free}, 'A', 'test.slip', 's')`,
  );
  expect((await verify()).fault).toMatchObject({ fault: "inserted", seq: free });
});

it("finds a seal that was made anew, and an end that was cut off by the head that is known", async () => {
  await sealed();
  const { hash } = (await chainHead())!;
  await asOwner(`DELETE FROM "AuditSeal" WHERE "hash" = '${hash}'`);
  expect((await verify()).fault).toBeNull();
  expect((await verify(hash)).fault).toEqual({ fault: "head" });
  await asOwner(`UPDATE "AuditSeal" SET "hash" = repeat('0', 64)`);
  expect((await verify()).fault).toEqual({ fault: "seal", no: 1n });
});

it("is added to by the application, and neither changed nor taken from", async () => {
  await sealed();
  const db = database();
  for (const sql of [
    `UPDATE "AuditSeal" SET "hash" = 'x'`,
    `DELETE FROM "AuditSeal"`,
    `TRUNCATE "AuditSeal"`,
    `DELETE FROM "AuditEvent"`,
  ])
    await expect(db.$executeRawUnsafe(sql)).rejects.toThrow();
});

it("seals nothing below which a transaction under way may still write", async () => {
  const now = new Date(Date.now() + 3_600_000);
  const later = (looks: number) => new Date(now.getTime() + looks * 60_000);
  const due = new DueSeals();
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    await client.query(
      `INSERT INTO "AuditEvent" ("id", "byName", "action", "subject") VALUES (gen_random_uuid(), 'A', 'test.slow', 's')`,
    );
    const quick = await act();
    for (let look = 0; look < 5; look++) expect(await due.due(later(look))).toEqual([]);
    await client.query("COMMIT");
    // What is under way in other databases of the same server holds it up as well.
    let looks = 5;
    const found = async () => (await due.due(later((looks += 1)))).join();
    await until("it is due", async () => (await found()) === String(quick));
    await sealUpTo(quick);
    expect(await verify()).toMatchObject({ fault: null, present: 2, unsealed: 0 });
  } finally {
    client.release();
  }
});

it("has one seal of each event, when servers seal at once", async () => {
  const places = [await act(), await act(), await act()];
  const made = await Promise.all(Array.from({ length: 5 }, () => sealUpTo(places.at(-1)!)));
  expect(made.flat()).toHaveLength(1);
  expect(await verify()).toMatchObject({ fault: null, seals: 1, present: 3 });
});

it("keeps the seals of what is older than the log is kept, and proves the rest", async () => {
  const events = await sealed();
  await asOwner(`UPDATE "AuditSeal" SET "at" = now() - interval '400 days' WHERE "no" = 1`);
  const before = new Date(Date.now() - 365 * 24 * 3_600_000);
  const pruned = await onClient(owner, (client) => pruneEvents(client, before, "Operator"));
  expect(pruned).toEqual({ events: 2, upTo: String(events[1]), isWhole: true });
  expect(await verify()).toMatchObject({ fault: null, seals: 2, present: 3, missing: 2 });
  expect(await onClient(owner, (client) => pruneEvents(client, before, "Operator"))).toBeNull();
  await asOwner(`DELETE FROM "AuditEvent" WHERE "seq" = ${events[2]}`);
  expect((await verify()).fault).toEqual({ fault: "removed", seq: events[2] });
});

it("prunes some at a time, is provable after each step, and goes on where it was cut off", async () => {
  for (let batch = 0; batch < 4; batch += 1) await sealed();
  await asOwner(`UPDATE "AuditSeal" SET "at" = now() - interval '400 days' WHERE "no" <= 6`);
  const before = new Date(Date.now() - 365 * 24 * 3_600_000);
  const notes = () => database().auditEvent.count({ where: { action: "audit.prune" } });
  const prune = (steps: number) => {
    let taken = 0;
    const isOver = () => (taken += 1) > steps;
    return onClient(owner, (client) => pruneEvents(client, before, "Operator", { isOver, atOnce: 2 }));
  };
  const upTo = String((await database().auditSeal.findUniqueOrThrow({ where: { no: 6n } })).lastSeq);

  // Noted, and nothing done yet: as if it had been killed there.
  expect(await prune(0)).toEqual({ events: 0, upTo, isWhole: false });
  expect(await hasToPrune(pool(), before)).toEqual({ isBegun: true, isDue: false });
  for (let gone = 2; gone <= 14; gone += 2) {
    expect(await prune(1)).toEqual({ events: 2, upTo, isWhole: false });
    expect(await verify()).toMatchObject({ fault: null, missing: gone, present: 20 - gone });
  }
  expect(await prune(9)).toEqual({ events: 1, upTo, isWhole: true });
  expect(await verify()).toMatchObject({ fault: null, missing: 15, present: 5 });
  expect(await prune(9)).toBeNull();
  expect(await hasToPrune(pool(), before)).toEqual({ isBegun: false, isDue: false });
  expect(await notes()).toBe(1);

  // What is old by now waits until a day has passed for servers, but not for the operator.
  await asOwner(`UPDATE "AuditSeal" SET "at" = now() - interval '400 days' WHERE "no" = 7`);
  expect(await hasToPrune(pool(), before)).toEqual({ isBegun: false, isDue: false });
  await asOwner(`UPDATE "AuditEvent" SET "at" = now() - interval '25 hours' WHERE "action" = 'audit.prune'`);
  expect(await hasToPrune(pool(), before)).toEqual({ isBegun: false, isDue: true });
  expect(await prune(9)).toMatchObject({ events: 2, isWhole: true });
  expect(await notes()).toBe(2);
});

it.each([
  { people: true, present: 6, missing: 0 },
  { people: false, present: 3, missing: 3 },
])("comes back from a backup and stays provable: %j", async ({ people, present, missing }) => {
  await createUser(operator(), {
    email: `kept-${people}@example.org`,
    role: "viewer",
    password: "a long enough password",
  });
  await sealed();
  const head = (await chainHead())!.hash;
  const file = join(here, `${people}.gz`);
  await backup(owner, file, { people });
  const url = await emptyDatabase();
  await restore({ root: "prisma" }, url, file, { withPeople: people });
  if (!people) expect((await verify(head, url)).fault).toMatchObject({ fault: "removed" });
  await onClient(url, (client) => noteRestore(client, { withPeople: people }));
  expect(await verify(head, url)).toMatchObject({ fault: null, present, missing, unsealed: 1 });
});

it("goes on behind what a restored database had noted before", async () => {
  await sealed();
  const file = join(here, "into-another.gz");
  await backup(owner, file);
  const url = await emptyDatabase();
  await restore({ root: "prisma" }, url, file); // makes the tables
  await onClient(url, async (client) => {
    for (const table of ["AuditEvent", "AuditSeal"]) {
      await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
      await client.query(`DELETE FROM "${table}"`);
      await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    }
    await client.query(
      `INSERT INTO "AuditEvent" ("id", "seq", "byName", "action", "subject") VALUES (gen_random_uuid(), 1, 'A', 'account.firstAdmin', 's')`,
    );
  });
  await restore({ root: "prisma" }, url, file);
  await onClient(url, (client) => noteRestore(client, { withPeople: false }));
  expect(await verify(undefined, url)).toMatchObject({ fault: null, present: 3, missing: 2, unsealed: 2 });
});

it("takes no note that a restored database had made of its own log before for one of the log that came back", async () => {
  await sealed();
  const file = join(here, "own-notes.gz");
  await backup(owner, file);
  const url = await emptyDatabase();
  await restore({ root: "prisma" }, url, file); // makes the tables
  await onClient(url, async (client) => {
    for (const table of ["AuditEvent", "AuditSeal"]) {
      await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
      await client.query(`DELETE FROM "${table}"`);
      await client.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    }
    // Its own log was pruned, and restored, as far as the other's first seal goes; one note names its seal, as they do now.
    const upTo = String((await database().auditSeal.findUniqueOrThrow({ where: { no: 1n } })).lastSeq);
    for (const [seq, action, detail] of [
      [1, "audit.prune", { upTo, events: 2, seal: "0".repeat(64) }],
      [2, "database.restore", { upTo, people: "no", seal: "0".repeat(64) }],
      [3, "audit.prune", { upTo: "1000000", events: 2 }],
    ] as const)
      await client.query(
        `INSERT INTO "AuditEvent" ("id", "seq", "byName", "action", "subject", "detail") VALUES (gen_random_uuid(), $1, 'A', $2, 's', $3)`,
        [seq, action, detail],
      );
  });
  await restore({ root: "prisma" }, url, file);
  await onClient(url, (client) => noteRestore(client, { withPeople: true }));
  const [removed] = await onClient(url, async (client) => {
    const { rows } = await client.query<{ seq: string }>(`SELECT min("seq")::text AS seq FROM "AuditEvent"`);
    await client.query(`ALTER TABLE "AuditEvent" DISABLE TRIGGER USER`);
    await client.query(`DELETE FROM "AuditEvent" WHERE "seq" = $1`, [rows[0]!.seq]);
    await client.query(`ALTER TABLE "AuditEvent" ENABLE TRIGGER USER`);
    return rows;
  });
  expect((await verify(undefined, url)).fault).toEqual({ fault: "removed", seq: BigInt(removed!.seq) });
});

// The last, as it leaves records behind.
it("keeps withdrawals when it prunes, so that what was withdrawn does not come back to readers", async () => {
  const editor = someone("editor");
  const dossier = await makeDossier();
  const event = { type: "other", text: "Text." };
  const made = await makePublished("event", dossier, { ...event, title: "Withdrawn words" });
  const { version } = written(await unpublish(editor, made));
  const clean = { ...made.typed, title: "Clean words" };
  written(await publish(editor, { ...made, version }, clean, { confirmed: "all" }));
  const trashed = await makePublished("event", dossier, { ...event, title: "Trashed words" });
  written(await trash(editor, trashed));
  const last = await act();
  await sealUpTo(last);
  await asOwner(`UPDATE "AuditSeal" SET "at" = now() - interval '400 days'`);

  const before = new Date(Date.now() - 365 * 24 * 3_600_000);
  const sealedEvents = await database().auditEvent.count();
  const pruned = await onClient(owner, (client) => pruneEvents(client, before, "Operator"));
  expect(pruned).toEqual({ events: sealedEvents - 2, upTo: String(last), isWhole: true });
  expect((await versionsOf(made.id, { limit: 9 })).map(({ title }) => title)).toEqual(["Clean words"]);
  const { changes } = await loggedChanges({ dossierId: dossier.id });
  expect(changes.map(({ happened }) => happened)).toEqual(["withdrawn", "again", "withdrawn", "added"]);
  expect(JSON.stringify(changes)).not.toMatch(/Withdrawn words|Trashed words/);

  // What stayed is proved as before.
  expect(await verify()).toMatchObject({ fault: null, present: 2, missing: sealedEvents - 2 });
  await asOwner(`UPDATE "AuditEvent" SET "byName" = 'Someone else' WHERE "action" = 'trash'`);
  expect((await verify()).fault).toMatchObject({ fault: "altered" });
});
