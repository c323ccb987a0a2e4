/**
 * Runs work in the background by pg-boss: every server looks for what is due and puts it into the queue, which gives each
 * job to one of them. The rows that jobs are about stand in tables of ours, so that nothing is lost with the queue.
 */
import "server-only";
import PgBoss from "pg-boss";
import { pool } from "@/lib/database/client";
import { noteHeartbeat } from "./heartbeat";
import { type JobData, type JobQueue, jobQueues, type JobWork } from "./job-queues";

/** What a process tells of its work in the background. */
export interface JobFigures {
  /** When it last looked for work and reached the queue, in milliseconds since 1970; 0 before the first time. */
  beatAt: number;
  done: number;
  failed: number;
}

export interface RunningJobs {
  figures(): JobFigures;
  /** Takes no further job, lets those under way come to a good place to end, and ends. */
  stop(): Promise<void>;
}

interface JobSettings {
  /** Milliseconds from one look for work to the next. */
  lookEvery?: number;
  now?: () => Date;
  /** Told of what fails: a look for work, the queue itself, or a job. */
  failed?: (error: unknown) => void;
}

/** How long jobs under way may take once the process is told to stop, in milliseconds. */
const stopTimeout = 1500;

/** Begins to look for work and to do it, over the process's own pool; also while the database is out of reach, until it is there. */
export function runJobs(work: JobWork, settings: JobSettings = {}): RunningJobs {
  return new Jobs(work, settings);
}

class Jobs implements RunningJobs {
  #boss: PgBoss | undefined;
  readonly #stopping = new AbortController();
  readonly #figures: JobFigures = { beatAt: 0, done: 0, failed: 0 };
  readonly #workers = new Map<JobQueue, string>();
  #timer: NodeJS.Timeout | undefined;
  #look: Promise<void>;

  constructor(
    readonly work: JobWork,
    readonly settings: JobSettings,
  ) {
    this.#look = this.#lookAgain();
  }

  figures(): JobFigures {
    return { ...this.#figures };
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await this.#look;
    await this.#boss?.stop({ timeout: stopTimeout });
  }

  async #lookAgain(): Promise<void> {
    await this.#lookOnce().catch((error: unknown) => this.settings.failed?.(error));
    if (this.#stopping.signal.aborted) return;
    const again = () => (this.#look = this.#lookAgain());
    this.#timer = setTimeout(again, this.settings.lookEvery ?? 2000).unref();
  }

  async #lookOnce(): Promise<void> {
    const now = this.settings.now?.() ?? new Date();
    const boss = (this.#boss ??= await this.#started());
    for (const { queue, id } of await this.work.due(now)) {
      // One that waits already is not put there again.
      await boss.send(queue, { id } satisfies JobData, { singletonKey: id });
      boss.notifyWorker(this.#workers.get(queue) ?? "");
    }
    await noteHeartbeat(now);
    this.#figures.beatAt = Date.now();
  }

  /** A queue that works. One that failed to start would not start any more: the next look makes another. */
  async #started(): Promise<PgBoss> {
    const boss = new PgBoss({
      db: { executeSql: (text, values) => pool().query(text, values) },
      // Its tables are made by our migrations: the application's account owns nothing.
      migrate: false,
      schedule: false,
      supervise: true,
      maintenanceIntervalSeconds: 60,
      archiveCompletedAfterSeconds: 60 * 60,
      deleteAfterDays: 2,
    });
    boss.on("error", (error) => this.settings.failed?.(error));
    await boss.start();
    for (const queue of jobQueues) this.#workers.set(queue, await this.#workOn(boss, queue));
    return boss;
  }

  #workOn(boss: PgBoss, queue: JobQueue): Promise<string> {
    return boss.work<JobData>(queue, { pollingIntervalSeconds: 2 }, async (jobs) => {
      for (const { data } of jobs) {
        // Taken after the process was told to stop, and before the queue was: what it is about stays due, for the next server.
        this.#stopping.signal.throwIfAborted();
        try {
          await this.work.handlers[queue](data, this.#stopping.signal);
          this.#figures.done += 1;
        } catch (error) {
          this.#figures.failed += 1;
          this.settings.failed?.(error);
          throw error;
        }
      }
    });
  }
}
