/**
 * Next in a process of its own: what it computes, and its crashes, do not touch readers of finished documents.
 * It ends with this process, however that ends, and is started again when it ends by itself.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Which } from "@/lib/database/reads-from";
import type { Log } from "@/server/http/log";
import {
  type NextConnection,
  NextEnded,
  NextSilent,
  type Question,
  newSecret,
  connectToNext,
} from "./next-connection";

/** What the two processes say to each other. */
export type ProcessMessage =
  | { is: "hello"; secret: string; connections: number }
  | { is: "database"; isAway: boolean; which: Which }
  | { is: "stop" };
export type Ready = { port: number };

interface Running {
  child: ChildProcess;
  reach: ReturnType<typeof connectToNext>;
}

interface Settings {
  /** What the process is for, as its command line and the log say. */
  name: string;
  /** How large its heap may grow before it is ended, in megabytes. */
  heap: number;
  /** How many connections to the database it may open. */
  connections: number;
  log: Log;
  /** How long Next may take to begin an answer, in milliseconds. */
  answerTimeout?: number;
  /** How long the process may be silent, when asked, before it counts as stuck, in milliseconds. */
  stuckAfter?: number;
}

/**
 * How long it takes until a process that ended is started again, in milliseconds: twice as long each time, and from the
 * beginning after one that ran well.
 */
const restartDelay = { first: 250, longest: 10_000, ranWellAfter: 30_000 };
/** How long a request waits for a process that is being started again. */
const restartTimeout = 10_000;
/** How long a process that was told to stop may take. */
const stopTimeout = 2000;
/** How long after its connections broke a process may be told to have ended: on a busy machine that takes a while. */
const endTimeout = 2000;

/**
 * Starts Next by the program `entry`. `ready` rejects where that ends before it was ever ready; it is started again even
 * then, until it is closed.
 */
export function startNext(entry: string, settings: Settings): NextConnection & { ready: Promise<unknown> } {
  const keeper = new NextProcess(entry, settings);
  return {
    ready: keeper.ready,
    ask: (question) => keeper.ask(question),
    figures: async () => (await keeper.reached()).reach.figures(),
    tellAway: (isAway, which) => keeper.tellAway(isAway, which),
    endIfStuck: () => keeper.endIfStuck(),
    close: () => keeper.close(),
  };
}

/** Keeps a process running, until it is closed. */
class NextProcess {
  /** The process that runs, or that is being started. */
  running: Promise<Running>;
  /** The first that was started. */
  readonly ready: Promise<Running>;
  readonly #secret = newSecret();
  readonly #closing = new AbortController();
  #delay = restartDelay.first;

  constructor(
    readonly entry: string,
    readonly settings: Settings,
  ) {
    this.ready = this.#launch();
    this.running = this.ready.catch(() => this.#again());
    this.running.catch(() => undefined);
  }

  /** The process that runs now, or soon. */
  async reached(): Promise<Running> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new NextEnded("nothing makes pages now")), restartTimeout);
    });
    try {
      return await Promise.race([this.running, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Asks; and asks again where nothing is lost by it and the process ended meanwhile. @throws {NextEnded} */
  async ask(question: Question): Promise<IncomingMessage> {
    const running = await this.reached();
    try {
      return await askOf(running, question);
    } catch (error) {
      // What was sent to be changed may have been.
      if (question.body || !(error instanceof NextEnded)) throw error;
      return askOf(await this.reached(), question);
    }
  }

  tellAway(isAway: boolean, which: Which = "primary"): void {
    void this.running
      .then(({ child }) => tell(child, { is: "database", isAway, which }))
      .catch(() => undefined);
  }

  /** Kills the process if it does not say its figures within a moment: it is started again. */
  async endIfStuck(): Promise<void> {
    const { child, reach } = await this.reached();
    const { name, log, stuckAfter = 3000 } = this.settings;
    const late = wait(stuckAfter, "stuck" as const, { ref: false });
    const found = await Promise.race([reach.figures().catch(() => "ended" as const), late]);
    if (found !== "stuck" || hasEnded(child)) return;
    log.error({ process: name }, "a process is stuck: it is ended");
    child.kill("SIGKILL");
  }

  /** Ends the process, and starts no other. */
  async close(): Promise<void> {
    this.#closing.abort();
    const now = await this.running.catch(() => null);
    if (!now || hasEnded(now.child)) return;
    const ended = once(now.child, "exit");
    const late = setTimeout(() => now.child.kill("SIGKILL"), stopTimeout);
    tell(now.child, { is: "stop" });
    await ended;
    clearTimeout(late);
  }

  async #launch(): Promise<Running> {
    const began = Date.now();
    const { log, name, heap, connections, answerTimeout = 30_000 } = this.settings;
    const child = fork(this.entry, [name], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      execArgv: [...process.execArgv, `--max-old-space-size=${heap}`],
    });
    tell(child, { is: "hello", secret: this.#secret, connections });
    const said = await Promise.race([once(child, "message"), once(child, "exit").then(() => null)]);
    if (said === null) throw new Error(`the process for ${name} ended before it was ready`);
    const { port } = said[0] as Ready;
    const reach = connectToNext(port, this.#secret, answerTimeout);
    child.once("exit", (code, signal) => {
      reach.end();
      if (this.#closing.signal.aborted) return;
      log.error({ process: name, code, signal }, "a process ended: it is started again");
      if (Date.now() - began > restartDelay.ranWellAfter) this.#delay = restartDelay.first;
      this.running = this.#again();
      this.running.catch(() => undefined);
    });
    return { child, reach };
  }

  async #again(): Promise<Running> {
    for (;;) {
      // Rejects at once where the server stops meanwhile.
      await wait(this.#delay, undefined, { ref: false, signal: this.#closing.signal });
      this.#delay = Math.min(this.#delay * 2, restartDelay.longest);
      try {
        return await this.#launch();
      } catch (error) {
        this.settings.log.error(
          { process: this.settings.name, err: error },
          "a process could not be started",
        );
      }
    }
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

function tell(child: ChildProcess, message: ProcessMessage): void {
  // A process that has just ended takes no message, and its end is an event of its own.
  if (child.connected) child.send(message, () => undefined);
}

/** Asks a process that runs. @throws {NextEnded} */
async function askOf({ child, reach }: Running, question: Question): Promise<IncomingMessage> {
  try {
    return await reach.ask(question);
  } catch (error) {
    if (question.signal?.aborted || error instanceof NextSilent || !(await endsSoon(child))) throw error;
    throw new NextEnded("the process that was asked ended", { cause: error });
  }
}

/** Whether a process whose connections broke has ended, or does within a moment. */
async function endsSoon(child: ChildProcess): Promise<boolean> {
  if (!hasEnded(child)) await Promise.race([once(child, "exit"), wait(endTimeout)]);
  return hasEnded(child);
}
