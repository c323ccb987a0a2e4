/**
 * Back to a second: a base backup, PostgreSQL's log as it is archived by deploy/postgresql/archiving.conf, writes that go on, a mishap
 * and the end of the machine. Restored to the second before the mishap, every write that was acknowledged until then is there, none
 * since, and the audit log's chain holds, with the head that was known by then.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { prepare } from "../../../e2e/support/prepared-database";
import { inRepo } from "../../../scripts/lib/paths.mjs";
import { typescript, untilEnd } from "../../../scripts/lib/run.mjs";
import { onClient } from "../../support/on-client";
import { until } from "../../support/until";
import { type Cluster, makeClusters, whyNoCluster } from "../support/own-cluster";
import type { Part } from "./main";

const writes = Math.max(Number(process.env.FAULT_ROUNDS) || 30, 6);

export const restore: Part = async (): Promise<Record<string, string | number>> => {
  const reason = whyNoCluster();
  if (reason !== undefined) return { skipped: reason };
  const clusters = makeClusters();
  try {
    const archive = clusters.folder("archive");
    const primary = await clusters.cluster("primary", { ...archiving(archive), max_connections: "60" });
    await primary.start();
    await onClient(primary.url("postgres"), (client) => client.query("CREATE DATABASE entente"));
    const url = primary.url("entente");
    await prepare(url);
    const log = await writer(url);
    await log.write(writes / 3);
    await clusters.run(
      "pg_basebackup",
      "-D",
      clusters.folder("base"),
      "-h",
      "127.0.0.1",
      "-p",
      String(primary.port),
      "-U",
      "postgres",
      "-c",
      "fast",
      "-X",
      "stream",
    );
    await log.write(writes / 3);
    const head = await log.seal();
    const { before, moment } = await log.moment();
    await log.write(writes / 3);
    await onClient(url, (client) => client.query(`DELETE FROM "Session"; TRUNCATE "EntryLink"`)); // the mishap
    await log.close();
    await archived(primary, archive);
    await primary.stop("immediate");

    const began = performance.now();
    await clusters.copy("base", "restored");
    const restored = await clusters.cluster("restored", {
      restore_command: `cp ${archive}/%f %p`,
      recovery_target_time: moment,
      recovery_target_action: "promote",
      max_connections: "60",
    });
    writeFileSync(join(restored.folder, "recovery.signal"), "");
    await restored.start();
    const again = restored.url("entente");
    await until("it takes writes", () => onClient(again, isPrimary));
    const took = performance.now() - began;

    const there = await titlesIn(again);
    const [lost, tooMany] = [
      log.titles.slice(0, before).filter((title) => !there.has(title)),
      log.titles.slice(before).filter((title) => there.has(title)),
    ];
    if (lost.length > 0) throw new Error(`${lost.length} acknowledged writes are lost: ${lost[0]}`);
    if (tooMany.length > 0) throw new Error(`${tooMany.length} writes of later are there: ${tooMany[0]}`);
    const said = await command(again, "audit", "verify", "--head", head);
    await command(again, "migrate", "status");
    return {
      "writes acknowledged until then, all there": before,
      "writes since, none there": log.titles.length - before,
      "pieces of the log": readdirSync(archive).length,
      "restored, s": (took / 1000).toFixed(1),
      "audit verify": said.split("\n")[0]!,
    };
  } finally {
    await clusters.end();
  }
};

/** The settings that deploy/ names, with another folder. */
function archiving(folder: string): Record<string, string> {
  const text = readFileSync(inRepo("deploy/postgresql/archiving.conf"), "utf8").replaceAll(
    "/var/backups/entente/wal",
    folder,
  );
  return Object.fromEntries(
    [...text.matchAll(/^(\w+) = (.*)$/gm)].map(([, key = "", value = ""]) => [
      key,
      value.replace(/^'(.*)'$/, "$1"),
    ]),
  );
}

/** Writes records by the desk's own functions, one after the other; a title is noted once its write was acknowledged. */
async function writer(url: string) {
  process.env.DATABASE_URL = url;
  process.env.DIRECT_DATABASE_URL = url;
  const { makeDossier, makePublished } = await import("../../support/make");
  const { closeDatabase, pool } = await import("@/lib/database/client");
  const { chainHead, sealUpTo } = await import("@/lib/audit/seal-events");
  const dossier = await makeDossier();
  const titles: string[] = [];
  return {
    titles,
    async write(count: number) {
      for (let at = 0; at < count; at += 1) {
        const title = `Acknowledged ${titles.length}`;
        await makePublished("event", dossier, { type: "other", text: "Text.", title });
        titles.push(title);
      }
    },
    /** Seals the audit log as it stands, and returns the head. */
    async seal(): Promise<string> {
      const { rows } = await pool().query<{ seq: string }>(
        `SELECT max("seq")::text AS seq FROM "AuditEvent"`,
      );
      await sealUpTo(BigInt(rows[0]!.seq));
      return (await chainHead())!.hash;
    },
    /** A moment of the database's clock behind all acknowledged writes, and how many there are. */
    async moment(): Promise<{ before: number; moment: string }> {
      const { rows } = await pool().query<{ now: string }>("SELECT clock_timestamp()::text AS now");
      return { before: titles.length, moment: rows[0]!.now };
    },
    close: closeDatabase,
  };
}

/** Waits until all that was written lies in the archive. */
async function archived(primary: Cluster, archive: string): Promise<void> {
  const last = await onClient(primary.url("postgres"), async (client) => {
    const { rows } = await client.query<{ name: string }>("SELECT pg_walfile_name(pg_switch_wal()) AS name");
    return rows[0]!.name;
  });
  await until("the log is archived", () => readdirSync(archive).includes(last));
}

const isPrimary = async (client: { query(sql: string): Promise<{ rows: unknown[] }> }) => {
  const { rows } = await client.query("SELECT WHERE NOT pg_is_in_recovery()");
  return rows.length === 1;
};

async function titlesIn(url: string): Promise<Set<string>> {
  return onClient(url, async (client) => {
    const { rows } = await client.query<{ title: string }>(`SELECT "title" FROM "Event"`);
    return new Set(rows.map(({ title }) => title));
  });
}

/** A command of Entente's on that database. @throws Error where it does not exit with 0 */
async function command(url: string, ...words: string[]): Promise<string> {
  const env = {
    DATABASE_URL: url,
    DIRECT_DATABASE_URL: url,
    ENTENTE_SECRET: "only for tests: 0123456789 0123456789",
  };
  const { code, output } = await untilEnd(process.execPath, [...typescript, "cli/main.ts", ...words], {
    env,
  });
  if (code !== 0) throw new Error(`${words.join(" ")}: ${output}`);
  return output.trim();
}
