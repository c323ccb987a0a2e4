/** Which of two databases is read while a page is made: the primary, or a replica that has all that is published. */
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

export type Which = "primary" | "replica";

// Next bundles its own copy of this module: the two meet in one place of the process.
const place = Symbol.for("entente.reads-from");
const shared = globalThis as { [place]?: AsyncLocalStorage<Which> };
const reading = (shared[place] ??= new AsyncLocalStorage());

/** Where what is read now comes from: the primary, save within `whileReading`. */
export function readsFrom(): Which {
  return reading.getStore() ?? "primary";
}

/** Runs work, with all that it awaits or begins, on one of the two. Nothing can be written on the replica. */
export function whileReading<T>(which: Which, work: () => T): T {
  return reading.run(which, work);
}
