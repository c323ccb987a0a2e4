import "server-only";
import { DatabaseClient } from "./database-client";
import { afterWaiting } from "./waiting";

/** Asks the database whether it is there, on a connection of its own, so that a busy pool is no false alarm. */
export interface Health {
  /** Null when the database answers, else a short reason without address or account. */
  fault(): Promise<string | null>;
  close(): Promise<void>;
}

/** How long a good answer holds, in milliseconds: a burst of failures asks once. */
const answerHolds = 100;
/** Milliseconds from an answer to the next question. */
const askAgainAfter = 500;
/**
 * How long it may take to answer, at first and when asked a second time on a new connection. Together with the pause
 * before it below three seconds: so long may the desk hang on a database that takes connections and says nothing.
 */
const answerWithin = { first: 1000, second: 1000 };

const reason = "The database does not answer.";

/**
 * Watches a database. What is found is told to `tell` each time, for the pools of this process and of those that leave
 * the watching to it: while the database does not answer, they turn callers away at once.
 */
export function watchDatabase(url: string, tell: (isAway: boolean) => void): Health {
  let client: ReturnType<typeof open> | null = null;
  let underWay: Promise<string | null> | null = null;
  let last: { answer: string | null; at: number } = { answer: null, at: 0 };
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  async function answers(within: number): Promise<boolean> {
    const asked = (client ??= open(url));
    const answer = asked.isOpen.then(() => asked.client.query("SELECT 1"));
    let waiting: ReturnType<typeof afterWaiting> | undefined;
    const late = new Promise<never>((_, reject) => {
      waiting = afterWaiting(within, () => reject(new Error("late")));
    });
    try {
      await Promise.race([answer, late]);
      return true;
    } catch {
      client = null;
      void asked.client.end().catch(() => undefined);
      return false;
    } finally {
      waiting?.stop();
      answer.catch(() => undefined);
    }
  }

  async function probe(): Promise<string | null> {
    // Twice, since a connection may end without the database: by a proxy, by an administrator, by a busy moment.
    const isThere = (await answers(answerWithin.first)) || (await answers(answerWithin.second));
    last = { answer: isThere ? null : reason, at: Date.now() };
    if (!isClosed) tell(!isThere);
    return last.answer;
  }

  const ask = () => (underWay ??= probe().finally(() => (underWay = null)));
  const watch = async () => {
    await ask();
    if (!isClosed) timer = setTimeout(watch, askAgainAfter).unref();
  };
  void watch();

  return {
    fault() {
      return last.answer === null && Date.now() - last.at > answerHolds
        ? ask()
        : Promise.resolve(last.answer);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await underWay;
      await client?.client.end().catch(() => undefined);
    },
  };
}

function open(url: string): { client: DatabaseClient; isOpen: Promise<unknown> } {
  // It gives up by itself what no question waits for any more.
  const client = new DatabaseClient({ connectionString: url, application_name: "entente health" });
  const isOpen = client.connect();
  isOpen.catch(() => undefined);
  return { client, isOpen };
}
