/** Work that is done once for however many clients ask for it, in a fair queue. */
import type { FairQueue, Ticket } from "./fair-queue";

interface Job<T> {
  /** Once it has begun. */
  result?: Promise<T>;
  /** Each client that waits for it to begin, with its place in the queue. */
  asking: Map<string, { ticket: Ticket; result: Promise<T>; resolve(result: Promise<T>): void }>;
}

/**
 * Does work under a key once at a time. Each client that asks for it waits in its own queue, and the work begins with
 * the first turn of any of them: to ask for what another client has asked for never makes one wait longer.
 */
export class SharedWork<T> {
  readonly #jobs = new Map<string, Job<T>>();

  constructor(readonly queue: FairQueue) {}

  /** The result of the work under this key, begun now or before. @throws {TooBusy} */
  do(key: string, client: string, work: () => Promise<T>): Promise<T> {
    const known = this.#jobs.get(key);
    const job: Job<T> = known ?? { asking: new Map() };
    if (job.result) return job.result;
    const asked = job.asking.get(client);
    if (asked) return asked.result;
    this.#jobs.set(key, job);
    const ticket = this.queue.enter(client);
    let resolve: (result: Promise<T>) => void = () => undefined;
    const result = new Promise<T>((take, reject) => {
      resolve = take;
      ticket.turn.then(
        () => this.#begin(key, job, ticket, work),
        (error: unknown) => {
          job.asking.delete(client);
          if (job.asking.size === 0 && !job.result) this.#jobs.delete(key);
          reject(error as Error);
        },
      );
    });
    job.asking.set(client, { ticket, result, resolve });
    return result;
  }

  /** Resolves when what is under way or waits now has ended, however it ended. */
  async ended(): Promise<void> {
    const results = [...this.#jobs.values()].flatMap(({ result, asking }) =>
      result ? [result] : [...asking.values()].map((one) => one.result),
    );
    await Promise.allSettled(results);
  }

  #begin(key: string, job: Job<T>, ticket: Ticket, work: () => Promise<T>): void {
    // Another client's turn may have come in the same moment.
    if (job.result) return ticket.leave();
    const result = work().finally(() => {
      this.#jobs.delete(key);
      ticket.leave();
    });
    job.result = result;
    for (const other of job.asking.values()) {
      if (other.ticket !== ticket) other.ticket.leave();
      other.resolve(result);
    }
    job.asking.clear();
  }
}
