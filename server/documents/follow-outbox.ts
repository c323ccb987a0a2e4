/** Keeps the press in step with what is published, by this process or another. */
import { listen } from "@/lib/database/outbox";
import type { Log } from "@/server/http/log";
import type { Press } from "./press";

// While it listens, asking is only a second string.
const asksEvery = { listening: 5000, deaf: 1000 };

export interface Following {
  isListening(): boolean;
  /** When the outbox was last read, in milliseconds since 1970; 0 if never. */
  heardAt(): number;
  close(): Promise<void>;
}

/** Listens on a direct connection, and asks now and then besides. PublicPages do not notice while neither works. */
export function followOutbox(press: Press, url: string, log: Log): Following {
  let heardAt = 0;
  let isSilent = false;
  let timer: NodeJS.Timeout;

  const catchUp = async () => {
    try {
      await press.catchUp();
      heardAt = Date.now();
      if (isSilent) log.info("the outbox can be read again");
      isSilent = false;
    } catch (error) {
      if (!isSilent) log.warn({ err: error }, "the outbox cannot be read: kept documents are served");
      isSilent = true;
    }
  };
  const ear = listen(url, () => void catchUp());
  const ask = async () => {
    ear.check();
    await catchUp();
    timer = setTimeout(ask, ear.hears() ? asksEvery.listening : asksEvery.deaf);
    timer.unref();
  };
  timer = setTimeout(ask, 0);
  return {
    isListening: () => ear.hears(),
    heardAt: () => heardAt,
    async close() {
      clearTimeout(timer);
      await ear.close();
    },
  };
}
