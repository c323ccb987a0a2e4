/** Reads the outbox, so that what is known of publications is up to date. */
import { changesAfter, databaseIdentity, outboxPosition, outboxState } from "@/lib/database/outbox";
import type { Changes } from "./changes";

/** What has to be done about what was read. */
export interface OutboxEvents {
  /** The state of the whole outbox was read, of the database with this identity. */
  started(database: string): void;
  /** Something of these dossiers was removed, or something that concerns all. */
  removed(dossiers: ReadonlySet<string> | "all"): Promise<void>;
  changed(): void;
}

/** How many changes are read at a time. */
const batch = 500;

export class OutboxReader {
  #reading: Promise<void> | null = null;

  constructor(
    readonly changes: Changes,
    readonly events: OutboxEvents,
  ) {}

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
    // A database that was brought back to an earlier state counts from there again.
    if (changes.isKnown && (await outboxPosition()) < changes.position) changes.reset();
    if (!changes.isKnown) {
      const [database, state] = await Promise.all([databaseIdentity(), outboxState()]);
      changes.start(state);
      events.started(database);
      return;
    }
    for (let more = true; more;) {
      const found = await changesAfter(changes.position, batch);
      for (const change of found) changes.add(change);
      const removals = found.filter(({ action }) => action === "unpublish");
      if (removals.some(({ everywhere }) => everywhere)) await events.removed("all");
      else if (removals.length > 0)
        await events.removed(new Set(removals.flatMap(({ dossiers }) => dossiers)));
      if (found.length > 0) events.changed();
      more = found.length === batch;
    }
  }
}
