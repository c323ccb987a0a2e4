/** Work that is done once for however many clients ask for it, in a fair queue, and given up when all of them have gone. */
import type { FairQueue, Ticket } from "./fair-queue";

interface Asking<T> {
  ticket: Ticket;
  result: Promise<T>;
  resolve(result: Promise<T>): void;
}

interface Job<T> {
  /** Once it has begun. */
  result?: Promise<T>;
  /** Each client that waits for it to begin, with its place in the queue. */
  asking: Map<string, Asking<T>>;
  /** Who waits for the result, those included that never go. */
  askers: Set<object>;
  /** Says to the work that it is given up. */
  abandoned: AbortController;
}

/**
 * Does work under a key once at a time. Each client that asks for it waits in its own queue, and the work begins with
 * the first turn of any of them: to ask for what another client has asked for never makes one wait longer.
 */
export class SharedWork<T> {
  readonly #jobs = new Map<string, Job<T>>();

  constructor(readonly queue: FairQueue) {}

  /**
   * The result of the work under this key, begun now or before. `gone` is aborted when the asker no longer wants it:
   * this rejects with its reason then, and when all askers have gone, the work is told by its signal.
   * @throws {TooBusy}
   */
  async do(
    key: string,
    client: string,
    work: (abandoned: AbortSignal) => Promise<T>,
    gone?: AbortSignal,
  ): Promise<T> {
    gone?.throwIfAborted();
    const job = this.#jobs.get(key) ?? newJob<T>();
    this.#jobs.set(key, job);
    const asker = {};
    job.askers.add(asker);
    const result = job.result ?? job.asking.get(client)?.result ?? this.#ask(key, job, client, work);
    // One that is refused waits no more, while others may.
    result.catch(() => job.askers.delete(asker));
    if (!gone) return result;
    return unless(gone, result, () => {
      job.askers.delete(asker);
      if (job.askers.size === 0) this.#abandon(key, job);
    });
  }

  /** Resolves when what is under way or waits now has ended, however it ended. */
  async ended(): Promise<void> {
    const results = [...this.#jobs.values()].flatMap(({ result, asking }) =>
      result ? [result] : [...asking.values()].map((one) => one.result),
    );
    await Promise.allSettled(results);
  }

  /** Takes a place in the client's queue for work that has not begun. */
  #ask(key: string, job: Job<T>, client: string, work: (abandoned: AbortSignal) => Promise<T>): Promise<T> {
    const ticket = this.queue.enter(client);
    let resolve: (result: Promise<T>) => void = () => undefined;
    const result = new Promise<T>((take, reject) => {
      resolve = take;
      ticket.turn.then(
        () => this.#begin(key, job, ticket, work),
        (error: unknown) => {
          job.asking.delete(client);
          if (job.asking.size === 0 && !job.result) this.#forget(key, job);
          reject(error as Error);
        },
      );
    });
    job.asking.set(client, { ticket, result, resolve });
    return result;
  }

  #begin(key: string, job: Job<T>, ticket: Ticket, work: (abandoned: AbortSignal) => Promise<T>): void {
    // Another client's turn may have come in the same moment, or all may have gone.
    if (job.result || job.abandoned.signal.aborted) return ticket.leave();
    const result = work(job.abandoned.signal).finally(() => {
      this.#forget(key, job);
      ticket.leave();
    });
    job.result = result;
    for (const other of job.asking.values()) {
      if (other.ticket !== ticket) other.ticket.leave();
      other.resolve(result);
    }
    job.asking.clear();
  }

  /** Gives work up; who asks for it again begins anew. */
  #abandon(key: string, job: Job<T>): void {
    this.#forget(key, job);
    for (const { ticket } of job.asking.values()) ticket.leave();
    job.abandoned.abort();
  }

  #forget(key: string, job: Job<T>): void {
    if (this.#jobs.get(key) === job) this.#jobs.delete(key);
  }
}

const newJob = <T>(): Job<T> => ({ asking: new Map(), askers: new Set(), abandoned: new AbortController() });

/** The result, or a rejection with the reason of `gone` where that comes before it; `leave` is called then. */
function unless<T>(gone: AbortSignal, result: Promise<T>, leave: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const left = () => {
      reject(gone.reason as Error);
      leave();
    };
    gone.addEventListener("abort", left, { once: true });
    void result.then(resolve, reject).finally(() => gone.removeEventListener("abort", left));
  });
}
