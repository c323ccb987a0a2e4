/** A pool that can be told that its database does not answer, and then keeps nobody waiting. */
import "server-only";
import type { Socket } from "node:net";
import pg from "pg";

type Taken = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/** As the drivers above take it for a database that nobody can reach. */
function awayError(): Error {
  return Object.assign(new Error("Connection terminated: the database does not answer"), {
    code: "ECONNRESET",
    errno: -104,
    syscall: "read",
  });
}

/** A connection that gives up soon on a server that takes it and then says nothing, and that can be cut. */
class CuttableClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: 2000 });
    // Whoever uses the connection learns of its end by the query that fails.
    this.on("error", () => undefined);
  }

  cut(error: Error): void {
    (this as unknown as { connection: { stream: Socket } }).connection.stream.destroy(error);
  }
}

export class WatchedPool extends pg.Pool {
  readonly #open: Set<CuttableClient>;
  readonly #waiting = new Set<(error: Error) => void>();
  #isAway = false;

  constructor(config: pg.PoolConfig) {
    const open = new Set<CuttableClient>();
    class OpenClient extends CuttableClient {
      constructor(own?: pg.ClientConfig) {
        super(own);
        open.add(this);
        this.once("end", () => open.delete(this));
      }
    }
    super({ ...config, Client: OpenClient });
    this.#open = open;
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
    for (const give of this.#waiting) give(awayError());
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
    let isGiven = false;
    const give = (error: Error) => {
      isGiven = true;
      taken(error, undefined, () => undefined);
    };
    this.#waiting.add(give);
    super.connect((error, client, done) => {
      this.#waiting.delete(give);
      // Nobody waits for it any more.
      if (isGiven) return void done(true);
      taken(error, client, done);
    });
  }
}
