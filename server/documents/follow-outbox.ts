/** Keeps a document store in step with what is published, by this process or another. */
import { listenToOutbox } from "@/lib/database/outbox-listener";
import type { Log } from "@/server/http/log";
import type { DocumentStore } from "./document-store";

/** How often the outbox is read unasked, in milliseconds: while the listener is connected only to be sure. */
const readsEvery = { connected: 5000, disconnected: 1000 };

export interface Following {
  isListening(): boolean;
  /** When the outbox was last read, in milliseconds since 1970; 0 if never. */
  readAt(): number;
  close(): Promise<void>;
}

/** Listens on a direct connection, and reads now and then besides. Readers do not notice while neither works. */
export function followOutbox(store: DocumentStore, url: string, log: Log): Following {
  let readAt = 0;
  let isOutOfReach = false;
  let isClosed = false;
  let timer: NodeJS.Timeout;

  const catchUp = async () => {
    try {
      await store.catchUp();
      readAt = Date.now();
      if (isOutOfReach) log.info("the outbox can be read again");
      isOutOfReach = false;
    } catch (error) {
      if (!isOutOfReach) log.warn({ err: error }, "the outbox cannot be read: kept documents are served");
      isOutOfReach = true;
    }
  };
  const listener = listenToOutbox(url, () => void catchUp());
  const read = async () => {
    await catchUp();
    if (isClosed) return;
    timer = setTimeout(read, listener.isConnected() ? readsEvery.connected : readsEvery.disconnected);
    timer.unref();
  };
  timer = setTimeout(read, 0);
  return {
    isListening: () => listener.isConnected(),
    readAt: () => readAt,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await listener.close();
    },
  };
}
