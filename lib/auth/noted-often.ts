/** How often what strangers can do as often as they like is noted, so that they cannot fill the audit log. */
import "server-only";
import { LRUCache } from "lru-cache";

const window = 10 * 60_000;

/** In ten minutes: of one kind from one account or network, from all of them, and about one account. */
const most = { fromOne: 20, fromAll: 500, aboutOne: 20 };

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

  /**
   * Whether one more of this kind from this account or network is to be noted, and how many before it were not; null where it is
   * not. What is about an account (its id) has its own number: nothing that is done to others hides it.
   */
  next(kind: string, from: string, about?: string): { skipped: number } | null {
    if (about !== undefined) {
      const one = this.#count(`${kind}\nabout ${about}`);
      return counted(one, one.noted < most.aboutOne);
    }
    const [one, all] = [this.#count(`${kind}\n${from}`), this.#count(kind)];
    const isNoted = one.noted < most.fromOne && all.noted < most.fromAll;
    if (isNoted) all.noted += 1;
    return counted(one, isNoted);
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

/** Counts one more, and says how many before it were not noted where this one is. */
function counted(count: Count, isNoted: boolean): { skipped: number } | null {
  if (!isNoted) {
    count.skipped += 1;
    return null;
  }
  count.noted += 1;
  const { skipped } = count;
  count.skipped = 0;
  return { skipped };
}
