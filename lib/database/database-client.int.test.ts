/** Failures of connections, told apart by class and code, whatever pg's own words for them are. */
import { createServer, type Server, type Socket } from "node:net";
import pg from "pg";
import { afterEach, expect, it } from "vitest";
import { required } from "@/lib/env";
import { until } from "@/tests/support/until";
import { connect } from "./client";
import { ConnectionLost, DatabaseClient, HandshakeFailed } from "./database-client";
import { isUnreachable, unreachableAt } from "./failures";
import { WatchedPool } from "./watched-pool";

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** The address of a server that does with each connection what it is told to. */
async function serverThat(does: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    does(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return `postgresql://a:b@127.0.0.1:${typeof address === "object" ? address?.port : ""}/c`;
}

const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => "no failure",
    (error: unknown) => error,
  );

const opened = (url: string, wait?: number) =>
  failure(new DatabaseClient({ connectionString: url, connectionTimeoutMillis: wait }).connect());

it("a server that takes a connection and says nothing is out of reach in time", async () => {
  const began = Date.now();
  const error = await opened(await serverThat(() => undefined), 200);
  expect(unreachableAt()).toBeGreaterThanOrEqual(began);
  expect(error).toBeInstanceOf(ConnectionLost);
  expect(error).toMatchObject({ code: "ETIMEDOUT" });
  expect(isUnreachable(error)).toBe(true);
});

/** Keeps this process from everything else, as a page does that takes long to make. */
function compute(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

it("time in which this process could not have listened is none that it waited", async () => {
  const url = required("databaseUrl");
  const client = new DatabaseClient(
    { connectionString: url, connectionTimeoutMillis: 200 },
    { answerWithin: 200 },
  );
  const opening = client.connect();
  compute(400);
  await opening;
  ends.push(() => client.end());
  const answer = client.query("SELECT 1 AS one");
  compute(400);
  expect((await answer).rows).toEqual([{ one: 1 }]);

  const pool = new WatchedPool({ connectionString: url, max: 1 }, { turnWithin: 200, answerWithin: 200 });
  ends.push(() => pool.end());
  const held = await pool.connect();
  const waiting = pool.query("SELECT 1 AS one");
  held.release();
  compute(400);
  expect((await waiting).rows).toEqual([{ one: 1 }]);
});

it("one that hangs up is out of reach", async () => {
  expect(await opened(await serverThat((socket) => socket.end()))).toBeInstanceOf(ConnectionLost);
  expect(isUnreachable(await opened(await serverThat((socket) => socket.destroy())))).toBe(true);
});

it("one that is not there is out of reach, by Node's own code", async () => {
  const url = await serverThat(() => undefined);
  await ends.pop()?.();
  const error = await opened(url);
  expect(error).toMatchObject({ code: "ECONNREFUSED" });
  expect(isUnreachable(error)).toBe(true);
});

it("one that refuses TLS is not out of reach: it cannot be agreed with", async () => {
  const url = await serverThat((socket) => void socket.once("data", () => socket.write("N")));
  const error = await opened(`${url}?sslmode=verify-full`);
  expect(error).toBeInstanceOf(HandshakeFailed);
  expect(isUnreachable(error)).toBe(false);
});

it("a connection that is ended, by whichever side, is lost to the queries on it", async () => {
  const ours = new DatabaseClient({ connectionString: required("databaseUrl") });
  await ours.connect();
  const { rows } = await ours.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const sleeping = failure(ours.query("SELECT pg_sleep(20)"));
  const other = new DatabaseClient({ connectionString: required("databaseUrl") });
  await other.connect();
  const state = "SELECT query FROM pg_stat_activity WHERE pid = $1 AND wait_event = 'PgSleep'";
  await until("it sleeps", async () => (await other.query(state, [rows[0]!.pid])).rows.length > 0);
  await other.query("SELECT pg_terminate_backend($1)", [rows[0]!.pid]);
  expect(await sleeping).toMatchObject({ code: "57P01" });
  await expect.poll(() => failure(ours.query("SELECT 1"))).toBeInstanceOf(ConnectionLost);
  await other.end();
  expect(await failure(other.query("SELECT 1"))).toBeInstanceOf(ConnectionLost);
});

it("a query that is never answered is given up, with its connection", async () => {
  const client = new DatabaseClient({ connectionString: required("databaseUrl") }, { answerWithin: 200 });
  await client.connect();
  const error = await failure(client.query("SELECT pg_sleep(5)"));
  expect(error).toMatchObject({ name: "ConnectionLost", code: "ETIMEDOUT" });
});

it("what speaks with the server itself, as a cursor does, is not cut in the midst of its rows", async () => {
  const client = new DatabaseClient({ connectionString: required("databaseUrl") }, { answerWithin: 100 });
  await client.connect();
  ends.push(() => client.end());
  const rows = client.query(new pg.Query("SELECT pg_sleep(0.4)"));
  await new Promise((resolve, reject) => void rows.once("end", resolve).once("error", reject));
  expect((await client.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});

it("a query that is wrong is no fault of the connection, through Prisma either", async () => {
  const { db, pool, close } = connect(required("databaseUrl"), { connections: 1 });
  ends.push(close);
  expect(isUnreachable(await failure(pool.query("SELECT nonsense")))).toBe(false);
  expect(isUnreachable(await failure(db.$queryRaw`SELECT nonsense`))).toBe(false);
  expect(isUnreachable(new Error("Connection terminated"))).toBe(false);
});

it("a database that is out of reach is so through Prisma, by model, by SQL and in a transaction", async () => {
  const { db, close } = connect(await serverThat((socket) => socket.destroy()));
  ends.push(close);
  const tries = [
    db.entry.count(),
    db.$queryRaw`SELECT 1`,
    db.$executeRaw`SELECT 1`,
    db.$transaction(async (tx) => tx.entry.count()),
  ];
  const failures = await Promise.all(tries.map((one) => failure(one)));
  expect(failures.map(isUnreachable)).toEqual([true, true, true, true]);
});
