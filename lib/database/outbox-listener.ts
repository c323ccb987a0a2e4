/** Tells of changes of the outbox as they commit. */
import "server-only";
import createSubscriber from "pg-listen";

/** What the outbox's trigger notifies. */
const channel = "entente_outbox";
/** What failed is tried again after so many milliseconds. */
const retryInterval = 1000;

export interface OutboxListener {
  /** Whether the connection stands; while it does not, the outbox has to be asked. */
  isConnected(): boolean;
  close(): Promise<void>;
}

/**
 * Listens on a connection of its own, and again after it broke or went silent, which is looked for every
 * `checkInterval` milliseconds. `changed` is called after each commit, and whenever a connection stands, for what was
 * committed before. Never throws.
 */
export function listenToOutbox(
  url: string,
  changed: () => void,
  { checkInterval = 5000 } = {},
): OutboxListener {
  let isConnected = false;
  let isClosed = false;
  const subscriber = createSubscriber<{ [channel]: string }>(
    {
      connectionString: url,
      connectionTimeoutMillis: 2000,
      query_timeout: 2000,
      application_name: "entente outbox",
    },
    {
      paranoidChecking: checkInterval,
      parse: (payload) => payload,
      retryInterval,
      retryLimit: Infinity,
      retryTimeout: 0,
    },
  );
  subscriber.notifications.on(channel, changed);
  // What was asked for before there was a connection may have run out of time, or not be answered yet: a connection stands
  // once it is known to listen, and what was committed before that is told of then.
  const listen = async () => {
    try {
      await subscriber.unlisten(channel);
      await subscriber.listenTo(channel);
    } catch {
      // Where the connection broke, the library opens another, and this is asked anew.
      if (!isClosed) setTimeout(() => void (isConnected || isClosed || listen()), retryInterval).unref();
      return;
    }
    if (isClosed) return;
    isConnected = true;
    changed();
  };
  subscriber.events.on("connected", () => {
    // A connection that was being opened while we closed.
    if (isClosed) return void subscriber.close().catch(() => undefined);
    void listen();
  });
  subscriber.events.on("reconnect", () => {
    isConnected = false;
    // The one way to end the library's attempts.
    if (isClosed) throw new Error("The listener is closed");
  });
  // What it could not open it opens after the next check.
  subscriber.events.on("error", () => (isConnected = false));

  // It tries again what fails now: the channel first, so that it is among what it listens to then.
  Promise.resolve(subscriber.listenTo(channel)).catch(() => undefined);
  subscriber.connect().catch(() => undefined);
  return {
    isConnected: () => isConnected,
    async close() {
      isClosed = true;
      isConnected = false;
      await subscriber.close().catch(() => undefined);
    },
  };
}
