/** Connections whose failures can be told apart by their class and code; pg tells of some in words alone. */
import "server-only";
import type { Socket } from "node:net";
import pg from "pg";
import { isUnreachable, noteUnreachable } from "./failures";
import { afterWaiting } from "./waiting";

/** A connection that broke, or that did not come about in time. Prisma knows it as a socket's error by its parts. */
export class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";
  readonly errno: number;
  readonly syscall: string;

  /** Makes one, and notes that it came about. */
  constructor(
    message: string,
    readonly code: "ECONNRESET" | "ETIMEDOUT" = "ECONNRESET",
    cause?: unknown,
  ) {
    super(message, { cause });
    noteUnreachable();
    [this.errno, this.syscall] = code === "ETIMEDOUT" ? [-110, "connect"] : [-104, "read"];
  }
}

/** Server and client could not agree on TLS or on how to log in; `cause` has pg's words for it. */
export class HandshakeFailed extends Error {
  override readonly name = "HandshakeFailed";
}

/** How long a connection may take to open, in milliseconds in which this process listens. */
const openWithin = 2000;

type Done = (error: Error | null | undefined, result?: unknown) => void;
type AnyQuery = (...args: unknown[]) => unknown;

/** Whether pg is given, in a text's place, an object that speaks with the server itself, as a cursor does. */
const isSubmittable = (query: unknown) =>
  typeof query === "object" && query !== null && "submit" in query && typeof query.submit === "function";

/** As a query, but a statement that comes with a name is sent without it. */
const withoutName =
  (query: AnyQuery): AnyQuery =>
  (asked, ...rest) => {
    const isNamed = typeof asked === "object" && asked !== null && "name" in asked && !isSubmittable(asked);
    return query(isNamed ? { ...asked, name: undefined } : asked, ...rest);
  };

/**
 * A connection that gives up soon on a server that takes it and then says nothing, that can be cut, and whose plain
 * errors become the classes above. `answerWithin`: milliseconds of listening after which a query counts as never answered.
 * `unnamed`: statements go without names, which another connection than the one that keeps them would not know.
 */
export class DatabaseClient extends pg.Client {
  readonly #answerWithin: number | undefined;
  readonly #openWithin: number;
  #isEnded = false;

  constructor(
    config: pg.ClientConfig = {},
    { answerWithin, unnamed = false }: { answerWithin?: number; unnamed?: boolean } = {},
  ) {
    super({ ...config, connectionTimeoutMillis: 0, query_timeout: 0 });
    this.#openWithin = config.connectionTimeoutMillis || openWithin;
    this.#answerWithin = answerWithin;
    // The query that fails tells of a connection's end.
    this.on("error", () => undefined);
    this.once("end", () => (this.#isEnded = true));
    // pg declares eight overloads, which one function cannot be checked against.
    const query = super.query.bind(this) as AnyQuery;
    this.query = this.#watchedQuery(unnamed ? withoutName(query) : query) as typeof this.query;
  }

  /** Ends the connection without a word to the server; queries under way fail with the error. */
  cut(error: Error): void {
    this.#isEnded = true;
    this.#socket().destroy(error);
  }

  override connect(): Promise<pg.Client>;
  override connect(done: ((error: Error) => void) | ((error: null, client: pg.Client) => void)): void;
  override connect(
    done?: ((error: Error) => void) | ((error: null, client: pg.Client) => void),
  ): Promise<pg.Client> | void {
    if (!done)
      return new Promise((resolve, reject) => {
        this.connect((error: Error | null) => (error ? reject(error) : resolve(this)));
      });
    const late = () => this.cut(new ConnectionLost("The connection did not open in time", "ETIMEDOUT"));
    const waiting = afterWaiting(this.#openWithin, late);
    super.connect((error: Error | null) => {
      waiting.stop();
      (done as Done)(error && this.#typed(error, true), this);
    });
  }

  override end(): Promise<void>;
  override end(done: (error: Error) => void): void;
  override end(done?: (error: Error) => void): Promise<void> | void {
    this.#isEnded = true;
    return done ? super.end(done) : super.end();
  }

  /** As pg's own `query`, whose arguments pass through, by promise or by callback. */
  #watchedQuery(query: AnyQuery): AnyQuery {
    return (...args) => {
      // A cursor or a stream tells of its own end, not here: a timer would cut it in the midst of its rows.
      if (isSubmittable(args[0])) return query(...args);
      const waiting = this.#awaitAnswer();
      const settled = (error: Error | null | undefined) => {
        waiting?.stop();
        return error && this.#typed(error);
      };
      const done = args.at(-1);
      if (typeof done === "function") {
        const wrapped: Done = (error, result) => void (done as Done)(settled(error), result);
        return query(...args.slice(0, -1), wrapped);
      }
      const answer = query(...args);
      if (!(answer instanceof Promise)) return answer;
      const failed = (error: Error) => Promise.reject(settled(error) ?? error);
      return answer.then((result: unknown) => (settled(null), result), failed);
    };
  }

  #awaitAnswer(): ReturnType<typeof afterWaiting> | undefined {
    if (!this.#answerWithin) return undefined;
    const late = () => this.cut(new ConnectionLost("The database did not answer in time", "ETIMEDOUT"));
    return afterWaiting(this.#answerWithin, late);
  }

  /** Plain errors come from pg itself: of a connection that has ended, or of one that could not be agreed on. */
  #typed(error: Error, isOpening = false): Error {
    if (isUnreachable(error)) noteUnreachable();
    if ("code" in error || error.constructor !== Error) return error;
    if (this.#isEnded || this.#socket().destroyed)
      return new ConnectionLost("The connection to the database ended", "ECONNRESET", error);
    return isOpening ? new HandshakeFailed(error.message, { cause: error }) : error;
  }

  #socket(): Socket {
    // pg has no other way to end a connection at once, and its types leave it out.
    return (this as unknown as { connection: { stream: Socket } }).connection.stream;
  }
}
