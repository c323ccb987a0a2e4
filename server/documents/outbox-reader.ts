/** Reads the outbox, so that what is known of publications is up to date. */
import {
  changesAfter,
  databaseIdentity,
  type OutboxChange,
  outboxState,
  type OutboxState,
} from "@/lib/database/outbox";
import type { Changes } from "./changes";

/** What has to be done about what was read. */
export interface OutboxEvents {
  /**
   * The state of the whole outbox was read, of the database with this identity: has to take it in. `isCutOff` says that
   * the change that was read last is not there any more.
   */
  started(database: string, state: OutboxState, isCutOff: boolean): Promise<void>;
  /** Changes were read, and taken in. */
  changed(changes: readonly OutboxChange[]): Promise<void>;
}

/** How many changes are read at a time. */
const batch = 500;

export class OutboxReader {
  #reading: Promise<void> | null = null;
  #newest: OutboxChange | null = null;
  #isCutOff = false;

  constructor(
    readonly changes: Changes,
    readonly events: OutboxEvents,
  ) {}

  /** The newest change that was read, null where there was none. */
  get newest(): OutboxChange | null {
    return this.#newest;
  }

  /**
   * Takes in what was published since. Resolves when every change that was committed before the call is known, and
   * rejects where the database does not say.
   */
  async catchUp(): Promise<void> {
    // A reading that is under way may have begun before the caller's own change was committed.
    if (this.#reading) await this.#reading.catch(() => undefined);
    this.#reading ??= this.#read().finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #read(): Promise<void> {
    const { changes, events } = this;
    while (changes.isKnown) {
      const found = await changesAfter(this.#newest, batch);
      if (found === null) {
        changes.reset();
        this.#isCutOff = true;
        break;
      }
      for (const change of found) changes.add(change);
      this.#newest = found.at(-1) ?? this.#newest;
      if (found.length > 0) await events.changed(found);
      if (found.length < batch) return;
    }
    const [database, state] = await Promise.all([databaseIdentity(), outboxState()]);
    this.#newest = state.changes.at(-1) ?? null;
    await events.started(database, state, this.#isCutOff);
    this.#isCutOff = false;
  }
}
