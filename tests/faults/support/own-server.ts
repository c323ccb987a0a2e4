/** A production server as a process of its own, that can be stopped, killed and started again on the same port. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { root } from "../../../scripts/lib/paths.mjs";
import { freePort } from "../../../scripts/lib/postgres.mjs";
import { typescript } from "../../../scripts/lib/run.mjs";
import { until } from "../../support/until";

export interface OwnServer {
  readonly origin: string;
  readonly port: number;
  /** What it has logged, one object a line. */
  readonly lines: Record<string, unknown>[];
  start(): Promise<void>;
  /** Its process's number, and whether it runs. */
  pid(): number | undefined;
  runs(): boolean;
  /** The number of the process in which it makes the desk's pages, or readers', or works in the background. */
  nextPid(of: "desk" | "renders" | "jobs"): number | undefined;
  /** Asks it to stop, or kills it; resolves to its exit code when it has ended. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
  /** A number that it tells at `/metrics`, with the sum of all labels. */
  measure(name: string): Promise<number>;
}

export interface OwnServerSettings {
  databaseUrl: string;
  /** For migrations and listening, where that is another address. */
  directUrl?: string;
  data: string;
  /** The folder of the project whose build it serves. */
  home?: string;
  env?: Record<string, string>;
}

/** What the surroundings may have set is not for these servers. */
export const ownEnv = (settings: OwnServerSettings, port: number) => ({
  DATABASE_URL: settings.databaseUrl,
  DIRECT_DATABASE_URL: settings.directUrl ?? settings.databaseUrl,
  ENTENTE_DATA: settings.data,
  ENTENTE_SECRET: "only for tests: 0123456789 0123456789",
  NODE_ENV: "production" as const,
  PORT: String(port),
  HOST: "127.0.0.1",
  LOG_LEVEL: "warn",
  ENTENTE_URL: "",
  TRUST_PROXY: "",
  METRICS_TOKEN: "",
  SMTP_URL: "",
  NEXT_TELEMETRY_DISABLED: "1",
  ...settings.env,
});

export async function ownServer(settings: OwnServerSettings): Promise<OwnServer> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const lines: Record<string, unknown>[] = [];
  let child: ChildProcess | undefined;
  return {
    origin,
    port,
    lines,
    async start() {
      child = spawn(process.execPath, [...typescript, "server.ts"], {
        cwd: settings.home ?? root,
        env: { ...process.env, ...ownEnv(settings, port) },
        stdio: ["ignore", "pipe", "pipe", "ipc"],
      });
      const said = collect(child, lines);
      const [happened] = (await Promise.race([once(child, "message"), once(child, "exit")])) as unknown[];
      if (happened !== "ready") throw new Error(`the server did not start:\n${said()}`);
    },
    pid: () => child?.pid,
    runs: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    nextPid: (of) =>
      // The system ends each argument with a zero byte.
      childrenOf(child?.pid).find((pid) => commandOf(pid).includes(`-server.ts\0${of}\0`)),
    async end(signal) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
      const ended = once(child, "exit");
      const own = childrenOf(child.pid);
      child.kill(signal);
      const [code] = (await ended) as [number | null];
      // What it had started ends by itself; until then it may still be at work in the database.
      await until("its processes have ended", () => own.every((pid) => !isRunning(pid)), { every: 5 });
      return code;
    },
    async measure(name) {
      const text = await (await fetch(`${origin}/metrics`)).text();
      const found = [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, "gm"))];
      return found.reduce((sum, [, value]) => sum + Number(value), 0);
    },
  };
}

/** Takes in what a process prints: log lines as objects; gives the last of all that it printed. */
function collect(child: ChildProcess, lines: Record<string, unknown>[]): () => string {
  let printed = "";
  let rest = "";
  const take = (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-4000);
    const parts = (rest + chunk.toString()).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      if (!part.startsWith("{")) continue;
      try {
        lines.push(JSON.parse(part) as Record<string, unknown>);
      } catch {
        // Something else that begins with a brace.
      }
    }
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  return () => printed;
}

/** What the system says of a process, as Linux keeps it; empty for one that is gone. */
function about(pid: number | undefined, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    return "";
  }
}

const commandOf = (pid: number) => about(pid, "cmdline");
// A process that has ended and that has not been asked after yet is no more than a line in a table.
const isRunning = (pid: number) => /^State:\s+[^ZX]/m.test(about(pid, "status"));

function childrenOf(pid: number | undefined): number[] {
  return about(pid, `task/${pid}/children`)
    .split(" ")
    .flatMap((text) => Number(text) || []);
}
