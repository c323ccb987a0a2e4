/** A queue that gives each client its turn, so that one client's many requests do not keep out another's one. */

/** Thrown instead of letting a queue grow without end. */
export class TooBusy extends Error {
  override readonly name = "TooBusy";
}

/** Whether an error is a TooBusy: by its name, since each of the site's bundles has a class of its own. */
export function isTooBusy(error: unknown): error is TooBusy {
  return error instanceof Error && error.name === "TooBusy";
}

export interface FairQueueLimits {
  /** Pieces of work under way at once, of all clients together. */
  atOnce: number;
  /** How many of these one client may have; all of them unless told. */
  atOncePerClient?: number;
  /** Pieces of work that wait, of all clients together. */
  waiting: number;
  waitingPerClient: number;
}

/** A place in the queue. */
export interface Ticket {
  /** Resolves when the work may begin. Rejects with TooBusy where the place is lost to another client. */
  turn: Promise<void>;
  /** Gives the turn, or the place in the queue, back. Further calls do nothing. */
  leave(): void;
}

interface Waiting {
  begin(): void;
  refuse(): void;
}

/**
 * Lets at most `atOnce` pieces of work run; the others wait, and turns go round the clients, each client's own work
 * in the order it came. When the queue is full, the client with the longest queue loses its newest place; where no
 * client has more waiting than the one that comes, that one is refused.
 */
export class FairQueue {
  #running = 0;
  #waiting = 0;
  readonly #runningOf = new Map<string, number>();
  /** The clients that wait, in the order in which they get their turns. */
  readonly #queues = new Map<string, Waiting[]>();

  constructor(readonly limits: FairQueueLimits) {}

  /** How much is under way and how much waits. */
  get size(): { running: number; waiting: number } {
    return { running: this.#running, waiting: this.#waiting };
  }

  /** Runs work when its client's turn comes. @throws {TooBusy} */
  async run<T>(client: string, work: () => Promise<T>): Promise<T> {
    const ticket = this.enter(client);
    await ticket.turn;
    try {
      return await work();
    } finally {
      ticket.leave();
    }
  }

  /** Takes a place for one piece of work of a client. Each place that is taken has to be left again. */
  enter(client: string): Ticket {
    let state: "waiting" | "running" | "left" = "waiting";
    let entry: Waiting;
    const turn = new Promise<void>((resolve, reject) => {
      entry = {
        begin: () => {
          state = "running";
          this.#running += 1;
          this.#runningOf.set(client, this.#runs(client) + 1);
          resolve();
        },
        refuse: () => {
          state = "left";
          reject(new TooBusy(`${this.#waiting} wait already`));
        },
      };
      if (this.#mayBegin(client)) entry.begin();
      else if (this.#makeRoomFor(client)) this.#append(client, entry);
      else entry.refuse();
    });
    const leave = () => {
      const was = state;
      state = "left";
      if (was === "waiting") this.#remove(client, entry);
      if (was === "running") this.#end(client);
    };
    return { turn, leave };
  }

  #runs(client: string): number {
    return this.#runningOf.get(client) ?? 0;
  }

  #mayBegin(client: string): boolean {
    const { atOnce, atOncePerClient = atOnce } = this.limits;
    return this.#running < atOnce && this.#runs(client) < atOncePerClient;
  }

  #append(client: string, entry: Waiting): void {
    const queue = this.#queues.get(client);
    if (queue) queue.push(entry);
    else this.#queues.set(client, [entry]);
    this.#waiting += 1;
  }

  #remove(client: string, entry: Waiting): void {
    const queue = this.#queues.get(client) ?? [];
    const index = queue.indexOf(entry);
    if (index < 0) return;
    queue.splice(index, 1);
    if (queue.length === 0) this.#queues.delete(client);
    this.#waiting -= 1;
  }

  /** Whether one more of a client's may wait, if need be in the place of another client's newest. */
  #makeRoomFor(client: string): boolean {
    const own = this.#queues.get(client)?.length ?? 0;
    if (own >= this.limits.waitingPerClient) return false;
    if (this.#waiting < this.limits.waiting) return true;
    const [longest, queue] = this.#longest();
    // To take a place from a client that then has fewer than this one would only move the refusal.
    if (!queue || queue.length <= own + 1) return false;
    const newest = queue.at(-1)!;
    this.#remove(longest, newest);
    newest.refuse();
    return true;
  }

  #longest(): [string, Waiting[] | undefined] {
    let found: [string, Waiting[] | undefined] = ["", undefined];
    for (const [client, queue] of this.#queues)
      if (queue.length > (found[1]?.length ?? 0)) found = [client, queue];
    return found;
  }

  #end(client: string): void {
    this.#running -= 1;
    const left = this.#runs(client) - 1;
    if (left > 0) this.#runningOf.set(client, left);
    else this.#runningOf.delete(client);
    this.#beginNext();
  }

  #beginNext(): void {
    for (const [client, queue] of this.#queues) {
      if (!this.#mayBegin(client)) continue;
      const [first] = queue;
      this.#remove(client, first!);
      // Behind the others, until each of them has had a turn.
      if (this.#queues.delete(client)) this.#queues.set(client, queue);
      first!.begin();
      return;
    }
  }
}
