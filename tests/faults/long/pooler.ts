/**
 * PgBouncer between two servers and PostgreSQL, in transaction mode: all works on far fewer connections than the servers hold open;
 * what listens goes past it; and when it dies and comes back, readers and the desk are served as when the database does.
 */
import { prepare } from "../../../e2e/support/prepared-database";
import { atMost } from "../../support/at-most";
import { onClient } from "../../support/on-client";
import { during, until } from "../../support/until";
import { makeClusters, whyNoCluster } from "../support/own-cluster";
import { ownPooler, whyNoPooler } from "../support/own-pooler";
import { ownServer, type OwnServer } from "../support/own-server";
import { knownPages, readAll } from "../support/pages";
import { publishChange, readsSoon } from "../support/publishing";
import { type Reading, startReaders } from "../support/readers";
import type { Part } from "./main";

const rounds = Number(process.env.FAULT_ROUNDS) || 20;
const account = "entente_site";
/** As deploy/README.md makes them, with what docs/scaling.md says of an account behind a pooler. */
const accounts = `CREATE ROLE entente_app NOLOGIN; CREATE ROLE ${account} LOGIN; GRANT entente_app TO ${account};
  ALTER ROLE ${account} SET statement_timeout = '10s'; ALTER ROLE ${account} SET idle_in_transaction_session_timeout = '10s'`;
/** How many connections the pooler may open. */
const most = 6;

export const pooler: Part = async (rig): Promise<Record<string, string | number>> => {
  const reason = whyNoCluster() ?? whyNoPooler();
  if (reason !== undefined) return { skipped: reason };
  const clusters = makeClusters();
  const cluster = await clusters.cluster("primary", { max_connections: "60", fsync: "off" });
  const between = await ownPooler({
    ...{ folder: clusters.folder("pooler"), to: cluster.port },
    ...{ account, connections: most },
  });
  const servers: OwnServer[] = [];
  try {
    await cluster.start();
    await onClient(cluster.url("postgres"), async (client) => {
      await client.query(accounts);
      await client.query("CREATE DATABASE entente");
    });
    const directUrl = cluster.url("entente");
    await prepare(directUrl);
    await between.start();
    const databaseUrl = `postgresql://${account}@127.0.0.1:${between.port}/entente?pgbouncer=true`;
    for (const data of [rig.folder(), rig.folder()])
      servers.push(await ownServer({ databaseUrl, directUrl, data }));
    await Promise.all(servers.map((server) => server.start()));
    const [one, other] = servers as [OwnServer, OwnServer];
    for (const { origin } of servers) await readAll(origin);
    const warned = servers.flatMap(({ lines }) => lines).find(({ msg }) => /DATABASE_URL/.test(String(msg)));
    if (warned) throw new Error(String(warned.msg));
    if ((await one.measure("entente_outbox_listening")) !== 1) throw new Error("it does not listen");

    const [first, second] = [await rig.signIn(one, "editor"), await rig.signIn(other, "editor")];
    const searches = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`/search?q=visit+${1990 + at}`, "Search"]),
    );
    const reading = servers.map(({ origin }) => startReaders(origin, { ...knownPages, ...searches }));
    const writing = async () => {
      for (let number = 0; number < rounds; number += 1) {
        await publishChange(number % 2 ? first : second, `Pooled ${number}`);
        await readsSoon((number % 2 ? one : other).origin, `Pooled ${number}`);
      }
    };
    const seen = { held: 0, open: 0, wait: 0 };
    await during(
      writing(),
      async () => {
        const held = await Promise.all(servers.map((server) => server.measure("entente_pool_connections")));
        seen.held = Math.max(seen.held, held[0]! + held[1]!);
        seen.open = Math.max(seen.open, await openFor(cluster.url("entente")));
        seen.wait = Math.max(seen.wait, await between.longestWait());
      },
      { every: 100 },
    );
    const readings = await Promise.all(reading.map((readers) => readers.stop()));
    const slowest = Math.max(...readings.map((one) => one.slowest));
    if (seen.open > most) throw new Error(`${seen.open} connections are open`);
    withoutFaults(readings, servers);

    const later = servers.map(({ origin }) => startReaders(origin, { ...knownPages, ...searches }));
    await between.end("SIGKILL");
    await until("it is not ready", async () => !(await isReady(one)));
    const began = performance.now();
    const refused = await first.ask("/admin");
    const took = performance.now() - began;
    if (refused.status !== 503 || took > atMost(3000)) throw new Error(`${refused.status} after ${took} ms`);
    await between.start();
    const back = await until("both are ready", async () =>
      (await Promise.all(servers.map(isReady))).every(Boolean),
    );
    await publishChange(first, "After the pooler came back");
    await readsSoon(one.origin, "After the pooler came back");
    const survived = await Promise.all(later.map((readers) => readers.stop()));
    // What is made when it is asked for needs the database, and says so.
    withoutFaults(survived, servers, /^\/search\S+ answered 503$/);
    return {
      "publications, all shown": rounds + 1,
      "connections held by two servers": seen.held,
      "connections at PostgreSQL": seen.open,
      "longest wait for one of them, ms": seen.wait.toFixed(0),
      "answers to readers": answersOf(readings),
      "slowest of them, ms": slowest.toFixed(0),
      "answers while it died and came back, none wrong": answersOf(survived),
      "well again after the pooler's death, ms": back.toFixed(0),
    };
  } finally {
    await Promise.all(servers.map((server) => server.end("SIGKILL")));
    await between.end("SIGTERM");
    await clusters.end();
  }
};

const answersOf = (readings: readonly Reading[]) => readings.reduce((sum, { answers }) => sum + answers, 0);

/** @throws Error with the first that was wrong, and what the servers say of it */
function withoutFaults(readings: readonly Reading[], servers: readonly OwnServer[], save?: RegExp): void {
  const faults = readings.flatMap((reading) => reading.faults).filter((fault) => !save?.test(fault));
  if (faults.length === 0) return;
  const told = servers.flatMap(({ lines }) => lines).filter(({ err }) => err !== undefined);
  throw new Error(`${faults.length} faults: ${faults[0]} ${JSON.stringify(told.slice(0, 3))}`);
}

const isReady = ({ origin }: OwnServer) => fetch(`${origin}/readyz`).then(({ ok }) => ok);

/** How many connections the application's account has at PostgreSQL. */
const openFor = (url: string) =>
  onClient(url, async (client) => {
    const { rows } = await client.query<{ open: number }>(
      "SELECT count(*)::int AS open FROM pg_stat_activity WHERE usename = $1",
      [account],
    );
    return rows[0]!.open;
  });
