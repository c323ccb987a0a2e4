/** Bounded load on a loopback address: by wrk where it is installed, else by autocannon. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import autocannon from "autocannon";

export interface Load {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
  errors: number;
  /** Bytes of an answer, head and all, on the average. */
  bytes: number;
}

export type Generator = "wrk" | "autocannon";

/** What loads are made with on this machine. */
export const generator = async (): Promise<Generator> => ((await isInstalled("wrk")) ? "wrk" : "autocannon");

const run = promisify(execFile);

/** Whether a program is there to be run. */
export const isInstalled = (program: string): Promise<boolean> =>
  run("sh", ["-c", `command -v ${program}`]).then(
    () => true,
    () => false,
  );

/**
 * Asks for an address from 32 connections for some seconds, with gzip accepted. Throws where its answers are not of
 * `least` bytes: then something else was measured.
 */
export async function load(url: string, seconds: number, least = 1): Promise<Load> {
  if (!/^http:\/\/(localhost|127\.0\.0\.1):\d+\//.test(url)) throw new Error(`Not on loopback: ${url}`);
  const measured = await ({ wrk: byWrk, autocannon: byAutocannon } as const)[await generator()](url, seconds);
  if (measured.bytes >= least) return measured;
  throw new Error(`${url} answered ${measured.bytes} bytes instead of ${least}`);
}

async function byWrk(url: string, seconds: number): Promise<Load> {
  const { stdout } = await run("wrk", [
    "-t1",
    "-c32",
    `-d${seconds}s`,
    "--latency",
    "-H",
    "Accept-Encoding: gzip",
    url,
  ]);
  const [, value = "NaN", unit = "ms"] = /99%\s+([\d.]+)(us|ms|s)\b/.exec(stdout) ?? [];
  const factor = { us: 0.001, ms: 1, s: 1000 }[unit] ?? NaN;
  const answered = Number(/Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? 0);
  const socket = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(stdout);
  const broken = (socket ?? []).slice(1).reduce((sum, number) => sum + Number(number), 0);
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
    p99: Number(value) * factor,
    errors: answered + broken,
    bytes: bytesRead(stdout),
  };
}

/** As wrk's line says: "95340 requests in 2.00s, 1.27GB read". */
function bytesRead(stdout: string): number {
  const [, requests, amount, unit = ""] = /(\d+) requests in .*, ([\d.]+)([KMG]?)B read/.exec(stdout) ?? [];
  return Math.round((Number(amount) * 1024 ** ["", "K", "M", "G"].indexOf(unit)) / Number(requests));
}

async function byAutocannon(url: string, seconds: number): Promise<Load> {
  const result = await autocannon({
    url,
    connections: 32,
    duration: seconds,
    headers: { "accept-encoding": "gzip" },
  });
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    errors: result.errors + result.non2xx,
    bytes: Math.round(result.throughput.total / result.requests.total),
  };
}
