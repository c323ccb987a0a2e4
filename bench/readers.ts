/** A document against the same page through Next, a bare Node server and nginx; and while fifty editors save. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { gzipSync } from "node:zlib";
import { database } from "@/lib/database/client";
import { inRepo } from "../scripts/lib/paths.mjs";
import { typescript } from "../scripts/lib/run.mjs";
import { atLeast, atMost, type Figure, median } from "./figures";
import { generator, isInstalled, load, type Load } from "./load";
import type { Bench } from "./main";
import { bareNode, nextAlone, nginx, type Rival } from "./rivals";

const seconds = 3;
const rounds = 5;
const path = "/kazakhstan-mexico";

interface Runner {
  name: string;
  url: string;
  loads: Load[];
}

export async function readers({ url, databaseUrl }: Bench): Promise<Figure[]> {
  const body = Buffer.from(
    await (await fetch(url + path, { headers: { "accept-encoding": "gzip" } })).arrayBuffer(),
  );
  const next = await nextAlone(databaseUrl);
  const node = await bareNode(body);
  const static_ = (await isInstalled("nginx")) ? await nginx(body) : null;
  const rivals: Rival[] = [next, node, ...(static_ ? [static_] : [])];
  try {
    const runners: Runner[] = [
      { name: "document", url: url + path, loads: [] },
      { name: "bare Node", url: node.url, loads: [] },
      ...(static_ ? [{ name: "nginx", url: static_.url, loads: [] }] : []),
      { name: "Next alone", url: next.url + path.slice(1), loads: [] },
    ];
    const least = gzipSync(body).length;
    for (const { url: one } of runners) await load(one, 2);
    // In turn, so that a slow minute of the machine falls on all alike. Next alone does not compress.
    for (let round = 0; round < rounds; round += 1)
      for (const runner of runners) runner.loads.push(await load(runner.url, seconds, least));
    return [
      { what: "measured with", value: await generator() },
      ...compare(runners),
      ...weigh(body),
      ...(await whileEditing(url)),
    ];
  } finally {
    await Promise.all(rivals.map((rival) => rival.stop()));
  }
}

function compare(runners: Runner[]): Figure[] {
  const document = runners[0]!;
  const errors = document.loads.reduce((sum, one) => sum + one.errors, 0);
  /** The median of the ratios of each round. */
  const against = (name: string) => {
    const other = runners.find((one) => one.name === name)?.loads ?? [];
    return median(other.map(({ perSecond }, round) => document.loads[round]!.perSecond / perSecond));
  };
  return [
    ...runners.map(({ name, loads }) => ({
      what: `${name}, requests a second`,
      value: String(Math.round(median(loads.map((one) => one.perSecond)))),
    })),
    atLeast("document against bare Node", against("bare Node"), 0.9),
    atLeast("document against Next alone", against("Next alone"), 20),
    ...(runners.some(({ name }) => name === "nginx")
      ? [{ what: "document against nginx", value: `${against("nginx").toFixed(2)} ×` }]
      : []),
    atMost("document, p99", median(document.loads.map((one) => one.p99)), "ms", 10),
    atMost("document, errors", errors, "", 0),
  ];
}

function weigh(body: Buffer): Figure[] {
  const scripts = [...body.toString().matchAll(/<script(?![^>]*ld\+json)[^>]*>/g)].length;
  return [
    atMost("dossier page, HTML compressed", gzipSync(body).length / 1024, "kB", 14),
    atMost("dossier page, scripts", scripts, "", 0),
  ];
}

/** Readers at full speed, and beside them fifty editors who each save over HTTP once a second. */
async function whileEditing(url: string): Promise<Figure[]> {
  const alone: Load[] = [];
  const beside: Load[] = [];
  const p95s: number[] = [];
  let saved = 0;
  const { id: dossier } = await database().entry.findFirstOrThrow({ where: { kind: "dossier" } });
  const { id: source } = await database().entry.findFirstOrThrow({ where: { kind: "source" } });
  for (let round = 0; round < 3; round += 1) {
    const args = [url, dossier, source, String(seconds + 1)];
    const editors = fork(inRepo("bench/editors.ts"), args, { execArgv: typescript });
    await once(editors, "message");
    const told = once(editors, "message") as Promise<[{ saves: number; p95: number }]>;
    beside.push(await load(url + path, seconds));
    const [{ saves, p95 }] = await told;
    p95s.push(p95);
    saved += saves;
    await once(editors, "exit");
    alone.push(await load(url + path, seconds));
  }
  const p99 = (loads: Load[]) => median(loads.map((one) => one.p99));
  const rate = (loads: Load[]) => String(Math.round(median(loads.map((one) => one.perSecond))));
  return [
    { what: "no editors: requests a second", value: rate(alone) },
    { what: "fifty editors: requests a second", value: rate(beside) },
    { what: "fifty editors: saves a second", value: String(Math.round(saved / 3 / (seconds + 1))) },
    atMost("no editors: p99", p99(alone), "ms"),
    atMost("fifty editors: p99", p99(beside), "ms"),
    atMost("p99 with editors against without", p99(beside) / p99(alone), "×", 1.2),
    atMost("fifty editors: p95 of a save", median(p95s), "ms", 500),
  ];
}
