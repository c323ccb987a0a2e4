/** A pool that can be told that its database does not answer, and then keeps no caller waiting. */
import "server-only";
import pg from "pg";
import { ConnectionLost, DatabaseClient } from "./database-client";
import { afterWaiting } from "./waiting";

type Taken = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

const awayError = () => new ConnectionLost("The database does not answer");

/** How long the pool's callers wait, in milliseconds in which this process listens. */
export interface Patience {
  /** For a connection that is free: with many writers at once longer than one may take to open. */
  turnWithin: number;
  /** For the answer to a query. */
  answerWithin: number;
  /** Whether statements go without the names under which a connection would keep them. */
  unnamed?: boolean;
}

export class WatchedPool extends pg.Pool {
  readonly #open: Set<DatabaseClient>;
  readonly #waiting = new Set<(error: Error) => void>();
  readonly #turnWithin: number;
  #isAway = false;

  constructor(config: Omit<pg.PoolConfig, "connectionTimeoutMillis">, patience: Patience) {
    const open = new Set<DatabaseClient>();
    class OpenClient extends DatabaseClient {
      constructor(own?: pg.ClientConfig) {
        super(own, patience);
        open.add(this);
        this.once("end", () => open.delete(this));
      }
    }
    super({ ...config, Client: OpenClient });
    this.#open = open;
    this.#turnWithin = patience.turnWithin;
  }

  /**
   * Says whether the database answers. Once it does not, queries under way fail at once, with every connection cut,
   * and new ones are refused until it does again.
   */
  setAway(isAway: boolean): void {
    if (isAway === this.#isAway) return;
    this.#isAway = isAway;
    if (!isAway) return;
    for (const client of this.#open) client.cut(awayError());
    this.#open.clear();
    for (const refuse of this.#waiting) refuse(awayError());
    this.#waiting.clear();
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<pg.PoolClient> | void {
    if (taken) return this.#take(taken);
    return new Promise((resolve, reject) => {
      this.#take((error, client) => (client ? resolve(client) : reject(error ?? awayError())));
    });
  }

  #take(taken: Taken): void {
    if (this.#isAway) return void process.nextTick(taken, awayError(), undefined, () => undefined);
    let isRefused = false;
    const refuse = (error: Error) => {
      isRefused = true;
      forget();
      taken(error, undefined, () => undefined);
    };
    const late = () => refuse(new ConnectionLost("No connection was free in time", "ETIMEDOUT"));
    const waiting = afterWaiting(this.#turnWithin, late);
    const forget = () => {
      waiting.stop();
      this.#waiting.delete(refuse);
    };
    this.#waiting.add(refuse);
    super.connect((error, client, done) => {
      forget();
      // Its caller has gone: the next one gets it, unless it was cut.
      if (isRefused) return void done(this.#isAway);
      taken(error, client, done);
    });
  }
}
