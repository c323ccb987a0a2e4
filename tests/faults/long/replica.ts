/**
 * A streaming replica for readers' pages: they are read there; what was published is shown, also while the replica stands
 * still; one that dies or goes dumb costs no reader an answer; and while the primary is down, pages that were not asked for yet
 * are made all the same.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { prepare } from "../../../e2e/support/prepared-database";
import { onClient } from "../../support/on-client";
import { until } from "../../support/until";
import { slug } from "../support/first-dossier";
import { type Cluster, type Clusters, makeClusters, whyNoCluster } from "../support/own-cluster";
import { ownServer, type OwnServer } from "../support/own-server";
import { knownPages, readAll } from "../support/pages";
import { publishChange, readsSoon } from "../support/publishing";
import { startReaders } from "../support/readers";
import { wireTo } from "../support/wire";
import type { Part } from "./main";

const rounds = Number(process.env.FAULT_ROUNDS) || 20;
const settings = { max_connections: "60", fsync: "off" };

export const replica: Part = async (rig): Promise<Record<string, string | number>> => {
  const reason = whyNoCluster();
  if (reason !== undefined) return { skipped: reason };
  const clusters = makeClusters();
  const primary = await clusters.cluster("primary", settings);
  let server: OwnServer | undefined;
  try {
    await primary.start();
    await onClient(primary.url("postgres"), (client) => client.query("CREATE DATABASE entente"));
    const url = primary.url("entente");
    await prepare(url);
    const standby = await streamFrom(clusters, primary);
    const wire = await wireTo(standby.port);
    const seenAs = standby.url("entente").replace(`:${standby.port}/`, `:${wire.port}/`);
    server = await ownServer({ databaseUrl: url, data: rig.folder(), env: { READ_DATABASE_URL: seenAs } });
    await server.start();
    const others = await otherPages(url);
    const said = () => fetch(`${server!.origin}/readyz`).then((answer) => answer.text());

    await readAll(server.origin);
    await readAll(server.origin, others);
    const read = await readsOf(server);
    if (read.replica < Object.keys(knownPages).length || read.failed > 0)
      throw new Error(`pages were read otherwise: ${JSON.stringify(read)}`);

    const editor = await rig.signIn(server, "editor");
    const publish = (title: string) => publishChange(editor, title);
    const shown = await publishing("Published", publish, server);
    const follows = await readsOf(server);
    const halt = (how: "pause" | "resume") =>
      onClient(standby.url("entente"), (client) => client.query(`SELECT pg_wal_replay_${how}()`));
    await halt("pause");
    const halted = await publishing("Published while it stands still", publish, server);
    const stands = await readsOf(server);
    if (stands.replica > follows.replica + 5)
      throw new Error("pages were read from a replica that stands still");
    await until("it says that the replica is behind", async () => /has not had/.test(await said()));
    await halt("resume");
    await until("it is well again", async () => (await said()) === "ok\n");

    const readers = startReaders(server.origin, { ...knownPages, ...others });
    await standby.stop("immediate");
    await until("it says that the replica is gone", async () => /does not answer/.test(await said()));
    await publishChange(editor, "While the replica is gone");
    await readsSoon(server.origin, "While the replica is gone");
    await standby.start();
    await until("it is well again", async () => (await said()) === "ok\n");
    wire.mute();
    await until("it says that the replica is dumb", async () => /does not answer/.test(await said()));
    wire.mend();
    await until("it is well again", async () => (await said()) === "ok\n");
    const { faults, answers, slowest } = await readers.stop();
    if (faults.length > 0) throw new Error(`${faults.length} faults: ${faults[0]}`);

    await withoutPrimary(server, primary, said);
    await wire.close();
    return {
      "pages read there, and not": `${read.replica}, ${read.primary}`,
      "publications, all shown": `${rounds}, the slowest after ${shown.toFixed(0)} ms`,
      "read there since, and not": `${follows.replica - read.replica}, ${follows.primary - read.primary}`,
      "shown while it stood still": `${rounds}, the slowest after ${halted.toFixed(0)} ms`,
      "answers while it died and went dumb": answers,
      "slowest of them, ms": slowest.toFixed(0),
      "failed there and read again": await server.measure("entente_replica_failures_total"),
    };
  } finally {
    await server?.end("SIGKILL");
    await clusters.end();
  }
};

/** Ends the primary: what was never asked for is made from the replica. */
async function withoutPrimary(
  server: OwnServer,
  primary: Cluster,
  said: () => Promise<string>,
): Promise<void> {
  let asked = 0;
  const search = () => fetch(`${server.origin}/search?q=embassy+${(asked += 1)}`);
  const before = (await readsOf(server)).replica;
  await until("it is read from again", async () => {
    await search();
    return (await readsOf(server)).replica > before;
  });
  await primary.stop("immediate");
  await until("the primary is gone", async () => /database/.test(await said()));
  const statuses: number[] = [];
  for (let number = 0; number < 10; number += 1) statuses.push((await search()).status);
  if (statuses.some((status) => status !== 200))
    throw new Error(
      `searches while the primary is gone: ${statuses.join(", ")} ${JSON.stringify(server.lines.slice(-2))}`,
    );
}

/** A standby that follows the primary, started. */
async function streamFrom(clusters: Clusters, primary: Cluster): Promise<Cluster> {
  const from = ["-h", "127.0.0.1", "-p", String(primary.port), "-U", "postgres"];
  await clusters.run(
    "pg_basebackup",
    "-D",
    clusters.folder("standby"),
    ...from,
    "-c",
    "fast",
    "-X",
    "stream",
  );
  const standby = await clusters.cluster("standby", {
    ...settings,
    primary_conninfo: `host=127.0.0.1 port=${primary.port} user=postgres`,
    hot_standby_feedback: "on",
  });
  writeFileSync(join(standby.folder, "standby.signal"), "");
  await standby.start();
  return standby;
}

/** Pages that are made when they are asked for, and those that are seldom asked for. */
async function otherPages(url: string): Promise<Record<string, string>> {
  const { rows } = await onClient(url, (client) =>
    client.query<{ id: string }>(`SELECT "id" FROM "Dossier"`),
  );
  return {
    "/search?q=visit": "Idrissov",
    [`/${slug}/visits?from=KZ`]: "Idrissov",
    [`/${slug}/history.csv`]: "Kazakhstan",
    [`/${slug}/feed.atom`]: "Kazakhstan",
    "/people": "</html>",
    "/calendar": "</html>",
    [`/report/${rows[0]!.id}`]: "Kazakhstan",
    "/sitemap.xml": "sitemap",
  };
}

/** Publishes changes one after the other, each of which the next reader has to see; milliseconds until the slowest page said so. */
async function publishing(
  words: string,
  publish: (title: string) => Promise<void>,
  { origin }: OwnServer,
): Promise<number> {
  let slowest = 0;
  for (let number = 0; number < rounds; number += 1) {
    const title = `${words} ${number}`;
    await publish(title);
    slowest = Math.max(slowest, await readsSoon(origin, title));
  }
  return slowest;
}

/** How many pages were read from where so far. */
async function readsOf(server: OwnServer): Promise<Record<"replica" | "primary" | "failed", number>> {
  const from = (which: string) => server.measure(`entente_page_reads_total\\{from="${which}"\\}`);
  return {
    replica: await from("replica"),
    primary: await from("primary"),
    failed: await server.measure("entente_replica_failures_total"),
  };
}
