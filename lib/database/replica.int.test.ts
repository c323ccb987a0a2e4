/** Whether a replica has all that is published; another database of the same beginnings stands for it. */
import { afterAll, beforeAll, beforeEach, expect, inject, it, onTestFinished } from "vitest";
import { v4 } from "uuid";
import { wireTo } from "@/tests/faults/support/wire";
import { atMost } from "@/tests/support/at-most";
import { onClient } from "@/tests/support/on-client";
import { cloneDatabase, statements } from "@/tests/support/test-postgres";
import { until } from "@/tests/support/until";
import { pool } from "./client";
import { databaseIdentity, outboxState, type Standing } from "./outbox";
import { type Replica, watchReplica } from "./replica";

const name = `${inject("prefix")}_replica_${v4().replaceAll("-", "")}`;
const address = new URL(inject("admin"));
address.pathname = `/${name}`;
const url = address.href;

let standing: Standing | null;

beforeAll(() => cloneDatabase(inject("admin"), `${inject("prefix")}_template`, name));
beforeEach(async () => {
  for (const one of [url, process.env.DATABASE_URL!]) await statements(one, `TRUNCATE "Outbox"`);
  standing = await standingNow();
});
afterAll(() => statements(inject("admin"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));

async function standingNow(): Promise<Standing> {
  const [database, { changes }] = await Promise.all([databaseIdentity(), outboxState()]);
  return { database, newest: changes.at(-1) ?? null };
}

function watching(settings: Partial<Parameters<typeof watchReplica>[1]> = {}, at = url): Replica {
  const replica = watchReplica(at, { standing: () => standing, lookEvery: 60_000, ...settings });
  onTestFinished(() => replica.close());
  return replica;
}

interface Row {
  id: string;
  at: string;
}

/** A publication on the primary, as its row of the outbox. */
async function publish(): Promise<Row> {
  const { rows } = await pool().query<Row>(
    `INSERT INTO "Outbox" ("recordId", "kind", "action", "slug") VALUES (gen_random_uuid(), 'event', 'publish', 'x')
     RETURNING "Outbox"."id"::text, "at"::text`,
  );
  return rows[0]!;
}

/** The same row, as it comes to the replica. */
const arrive = ({ id, at }: Row) =>
  onClient(url, (client) =>
    client.query(
      `SET session_replication_role = 'replica'; INSERT INTO "Outbox" ("id", "at", "recordId", "kind", "action", "slug")
       OVERRIDING SYSTEM VALUE VALUES (${id}, '${at}', gen_random_uuid(), 'event', 'publish', 'x')`,
    ),
  );

it("has what is published once it has its row of the outbox, and not before", async () => {
  const replica = watching();
  expect(await replica.isCaughtUp()).toBe(true);
  const row = await publish();
  // Until the primary's outbox was read, none of its documents is out of date either.
  expect(await replica.isCaughtUp()).toBe(true);
  standing = await standingNow();
  expect(await replica.isCaughtUp()).toBe(false);
  await arrive(row);
  expect(await replica.isCaughtUp()).toBe(true);
});

it("is none while it is not known where the primary stands", async () => {
  const replica = watching();
  standing = null;
  expect(await replica.isCaughtUp()).toBe(false);
});

it("is none that is another database's, that went another way, or that lacks a migration", async () => {
  const replica = watching();
  const { database } = standing!;
  standing = { database: v4(), newest: null };
  expect(await replica.isCaughtUp()).toBe(false);

  // The number is the same, and the change is not: as behind a primary that was brought back to an earlier state.
  const row = await publish();
  standing = { database, newest: { id: Number(row.id), at: row.at } };
  await arrive({ ...row, at: "2014-09-12 12:00:00+00" });
  expect(await replica.isCaughtUp()).toBe(false);

  await statements(url, `TRUNCATE "Outbox"`);
  await arrive(row);
  expect(await replica.isCaughtUp()).toBe(true);
  const newest = `(SELECT max("migration_name") FROM "_prisma_migrations")`;
  const hide = (how: string) =>
    statements(
      url,
      `UPDATE "_prisma_migrations" SET "finished_at" = ${how} WHERE "migration_name" = ${newest}`,
    );
  await hide("NULL");
  expect(await watching().isCaughtUp()).toBe(false);
  await hide("now()");
  expect(await watching().isCaughtUp()).toBe(true);
});

it("keeps no caller waiting while the primary has no connection free", async () => {
  const { max } = pool().options;
  const taken = await Promise.all(Array.from({ length: max }, () => pool().connect()));
  const free = () => taken.splice(0).forEach((client) => client.release());
  onTestFinished(free);
  const replica = watching();
  const began = performance.now();
  expect(await replica.isCaughtUp()).toBe(false);
  // The primary's own callers wait for 8 s.
  expect(performance.now() - began).toBeLessThan(6000);
  free();
  await until("it is found to have all", () => replica.isCaughtUp());
});

it("says that it is behind once that lasts", async () => {
  let now = 0;
  const replica = watching({ now: () => now });
  const row = await publish();
  standing = await standingNow();
  expect(await replica.isCaughtUp()).toBe(false);
  expect(replica.fault()).toBeNull();
  now = 12_000;
  expect(replica.fault()).toBe(
    "the replica has not had what is published for 12 s, and readers' pages are read from the primary",
  );
  await arrive(row);
  expect(await replica.isCaughtUp()).toBe(true);
  expect(replica.fault()).toBeNull();
});

it("is told of as away while it does not answer, keeps no caller waiting, and is asked anew when it is back", async () => {
  const wire = await wireTo(Number(address.port));
  onTestFinished(() => wire.close());
  const through = new URL(url);
  through.hostname = "127.0.0.1";
  through.port = String(wire.port);
  const told: boolean[] = [];
  const replica = watching({ tell: (isAway) => void told.push(isAway) }, through.href);
  expect(await replica.isCaughtUp()).toBe(true);

  standing = { ...standing!, newest: await publish().then(({ id, at }) => ({ id: Number(id), at })) };
  wire.mute();
  const began = performance.now();
  expect(await replica.isCaughtUp()).toBe(false);
  expect(performance.now() - began).toBeLessThan(atMost(1500));
  await until("it is away", () => replica.fault() !== null);
  expect(replica.fault()).toMatch(/does not answer/);
  expect(told).toContain(true);

  wire.mend();
  await until("it is back", () => replica.fault() === null);
  // Another server may stand there now: what was found before says nothing.
  expect(await replica.isCaughtUp()).toBe(false);
});
