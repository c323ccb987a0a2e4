/** A document against the same page through Next, a bare Node server and nginx; and while fifty editors save. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { gzipSync } from "node:zlib";
import { database } from "@/lib/database/client";
import { inRepo } from "../scripts/lib/paths.mjs";
import { typescript } from "../scripts/lib/run.mjs";
import { atLeast, atMost, type Figure, median } from "./figures";
import { isInstalled, load, type Load } from "./load";
import type { Bench } from "./main";
import { bareNode, nextAlone, nginx, type Rival } from "./rivals";

const seconds = 5;
const path = "/kazakhstan-mexico";

interface Runner {
  name: string;
  url: string;
  seconds: number;
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
      { name: "document", url: url + path, seconds, loads: [] },
      { name: "Next alone", url: next.url + path.slice(1), seconds, loads: [] },
      { name: "bare Node", url: node.url, seconds, loads: [] },
      ...(static_ ? [{ name: "nginx", url: static_.url, seconds, loads: [] }] : []),
    ];
    for (const { url: one } of runners) await load(one, 2);
    // In turn, so that a slow minute of the machine falls on all alike.
    for (let round = 0; round < 3; round += 1)
      for (const runner of runners) runner.loads.push(await load(runner.url, runner.seconds));
    return [...compare(runners), ...weigh(body), ...(await whileEditing(url))];
  } finally {
    await Promise.all(rivals.map((rival) => rival.stop()));
  }
}

function compare(runners: Runner[]): Figure[] {
  const rate = (name: string) =>
    median(runners.find((one) => one.name === name)?.loads.map((one) => one.perSecond) ?? []);
  const document = runners[0]!;
  const errors = document.loads.reduce((sum, one) => sum + one.errors, 0);
  return [
    ...runners.map(({ name }) => ({
      what: `${name}, requests a second`,
      value: String(Math.round(rate(name))),
    })),
    atLeast("document against bare Node", rate("document") / rate("bare Node"), 0.7),
    atLeast("document against Next alone", rate("document") / rate("Next alone"), 20),
    ...(runners.length > 3
      ? [{ what: "document against nginx", value: `${(rate("document") / rate("nginx")).toFixed(2)} ×` }]
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
