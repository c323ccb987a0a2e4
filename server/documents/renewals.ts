import type { Place } from "./disk-files";

/** Pages to be made anew unasked: each waits once, however often it changes, and one is made at a time. */
export class Renewals {
  readonly #waiting = new Map<string, Place>();
  #working: Promise<void> | null = null;

  /** `renew` makes one page anew if it still has to be; what it throws is lost here. */
  constructor(readonly renew: (page: Place) => Promise<unknown>) {}

  /** How many wait. */
  get size(): number {
    return this.#waiting.size;
  }

  add({ path, dossier }: Place): void {
    this.#waiting.set(path, { path, dossier });
    this.#working ??= this.#work().finally(() => (this.#working = null));
  }

  /** Gives up what waits. */
  clear(): void {
    this.#waiting.clear();
  }

  /** Resolves when nothing waits any more. */
  async done(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    // All that is added at once is there before the first is made.
    await Promise.resolve();
    for (const [path, page] of this.#waiting) {
      this.#waiting.delete(path);
      await this.renew(page).catch(() => undefined);
    }
  }
}
