/**
 * Next in a process of its own: what it computes, and its crashes, do not touch readers of finished documents.
 * It ends with this process, however that ends, and is started again when it ends by itself.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "@/server/http/log";
import { type NextConnection, newSecret, connectToNext } from "./next-connection";

/** What the two processes say to each other. */
export type ProcessMessage =
  { is: "hello"; secret: string } | { is: "database"; isAway: boolean } | { is: "stop" };
export type Ready = { port: number };

interface Running {
  child: ChildProcess;
  reach: ReturnType<typeof connectToNext>;
}

interface Settings {
  log: Log;
  /** How long Next may take to begin an answer, in milliseconds. */
  answerTimeout?: number;
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

/** Starts Next by the program `entry`. Rejects where it ends before it was ever ready. */
export async function startNext(
  entry: string,
  { log, answerTimeout = 30_000 }: Settings,
): Promise<NextConnection> {
  const secret = newSecret();
  let isClosing = false;
  let delay = restartDelay.first;
  let running = launch();

  async function launch(): Promise<Running> {
    const began = Date.now();
    const child = fork(entry, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    tell(child, { is: "hello", secret });
    const said = await Promise.race([once(child, "message"), once(child, "exit").then(() => null)]);
    if (said === null) throw new Error("the process that makes the pages ended before it was ready");
    const { port } = said[0] as Ready;
    const reach = connectToNext(port, secret, answerTimeout);
    child.once("exit", (code, signal) => {
      reach.end();
      if (isClosing) return;
      log.error({ code, signal }, "the process that makes the pages ended: it is started again");
      if (Date.now() - began > restartDelay.ranWellAfter) delay = restartDelay.first;
      running = again();
      running.catch(() => undefined);
    });
    return { child, reach };
  }

  async function again(): Promise<Running> {
    for (;;) {
      await wait(delay, undefined, { ref: false });
      delay = Math.min(delay * 2, restartDelay.longest);
      if (isClosing) throw new Error("the server is stopping");
      try {
        return await launch();
      } catch (error) {
        log.error({ err: error }, "no process to make the pages");
      }
    }
  }

  /** The process that runs now, or soon. */
  async function reached(): Promise<Running> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("nothing makes pages now")), restartTimeout);
    });
    try {
      return await Promise.race([running, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Asks; and asks again where nothing is lost by it and the process ended meanwhile. */
  async function ask(question: Parameters<NextConnection["ask"]>[0]): ReturnType<NextConnection["ask"]> {
    const { child, reach } = await reached();
    try {
      return await reach.ask(question);
    } catch (error) {
      if (question.body || !(await endsSoon(child))) throw error;
      return (await reached()).reach.ask(question);
    }
  }

  await running;
  return {
    ask,
    figures: async () => (await reached()).reach.figures(),
    tellAway(isAway) {
      void running.then(({ child }) => tell(child, { is: "database", isAway })).catch(() => undefined);
    },
    async close() {
      isClosing = true;
      const now = await running.catch(() => null);
      if (!now || hasEnded(now.child)) return;
      const ended = once(now.child, "exit");
      const late = setTimeout(() => now.child.kill("SIGKILL"), stopTimeout);
      tell(now.child, { is: "stop" });
      await ended;
      clearTimeout(late);
    },
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

function tell(child: ChildProcess, message: ProcessMessage): void {
  // A process that has just ended takes no message, and its end is an event of its own.
  if (child.connected) child.send(message, () => undefined);
}

/** Whether a process whose connections broke has ended, or does within a moment. */
async function endsSoon(child: ChildProcess): Promise<boolean> {
  if (!hasEnded(child)) await Promise.race([once(child, "exit"), wait(200)]);
  return hasEnded(child);
}
