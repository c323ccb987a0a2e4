/** How often what strangers can do as often as they like is noted, so that they cannot fill the audit log. */
import "server-only";
import { LRUCache } from "lru-cache";

const window = 10 * 60_000;

/** In ten minutes: of one kind from one account or network, and of one kind from all of them. */
const most = { fromOne: 20, fromAll: 500 };

interface Count {
  since: number;
  noted: number;
  /** How many were not noted since the last that was. */
  skipped: number;
}

/** Counts what happens, in the memory of one process. */
export class NotedOften {
  readonly #counts = new LRUCache<string, Count>({ max: 5000 });

  constructor(readonly now: () => number = Date.now) {}

  /** Whether one more of this kind from this account or network is to be noted, and how many before it were not; null where it is not. */
  next(kind: string, from: string): { skipped: number } | null {
    const [one, all] = [this.#count(`${kind}\n${from}`), this.#count(kind)];
    if (one.noted >= most.fromOne || all.noted >= most.fromAll) {
      one.skipped += 1;
      return null;
    }
    one.noted += 1;
    all.noted += 1;
    const { skipped } = one;
    one.skipped = 0;
    return { skipped };
  }

  #count(key: string): Count {
    const known = this.#counts.get(key);
    if (known && this.now() - known.since < window) return known;
    // What was skipped until now is told by the first of the next ten minutes.
    const fresh = { since: this.now(), noted: 0, skipped: known?.skipped ?? 0 };
    this.#counts.set(key, fresh);
    return fresh;
  }
}
