/** Tells of changes of the outbox as they commit. */
import "server-only";
import pg from "pg";

/** What the outbox's trigger notifies. */
const channel = "entente_outbox";

export interface OutboxListener {
  /** Whether the connection stands; while it does not, the outbox has to be asked. */
  isConnected(): boolean;
  /** Makes sure that the connection stands: one that ended without a word is given up and opened again. */
  check(): void;
  close(): Promise<void>;
}

/** How long until a connection that broke is opened again, in milliseconds. */
const retryDelay = 1000;

/**
 * Listens on a connection of its own, and again after it broke. `changed` is called after each commit, and once the
 * connection stands, for what was committed before. Never throws.
 */
export function listenToOutbox(url: string, changed: () => void): OutboxListener {
  let current: pg.Client | null = null;
  let isConnected = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  /** Gives a connection up, once, and opens the next after a while. */
  const giveUp = (client: pg.Client) => {
    if (client !== current) return;
    current = null;
    isConnected = false;
    client.end().catch(() => undefined);
    if (!isClosed) timer = setTimeout(open, retryDelay).unref();
  };

  const open = () => {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 2000,
      query_timeout: 2000,
      keepAlive: true,
      application_name: "entente outbox",
    });
    current = client;
    // Its handlers stay: a late error of a connection that was given up must not end the process.
    client.on("error", () => giveUp(client));
    client.on("end", () => giveUp(client));
    client.on("notification", changed);
    client
      .connect()
      .then(() => client.query(`LISTEN ${channel}`))
      .then(() => {
        if (client !== current) return;
        isConnected = true;
        changed();
      })
      .catch(() => giveUp(client));
  };

  open();
  return {
    isConnected: () => isConnected,
    check() {
      const client = current;
      if (isConnected) client?.query("SELECT 1").catch(() => giveUp(client));
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      const client = current;
      current = null;
      await client?.end().catch(() => undefined);
    },
  };
}
