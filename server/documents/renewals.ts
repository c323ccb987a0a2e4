/** Pages to be made anew unasked: each waits once, however often it changes, and few are made at a time. */
export class Renewals {
  readonly #waiting = new Set<string>();
  readonly #working = new Set<Promise<void>>();

  /** `renew` makes one page anew if it still has to be; what it throws is lost here. */
  constructor(
    readonly renew: (path: string) => Promise<unknown>,
    readonly atOnce: number,
  ) {}

  /** How many wait. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Has pages made anew, in this order. */
  add(paths: Iterable<string>): void {
    for (const path of paths) this.#waiting.add(path);
    while (this.#working.size < Math.min(this.atOnce, this.#waiting.size)) {
      const working = this.#work().finally(() => this.#working.delete(working));
      this.#working.add(working);
    }
  }

  /** Gives up what waits. */
  clear(): void {
    this.#waiting.clear();
  }

  /** Resolves when nothing waits any more. */
  async done(): Promise<void> {
    while (this.#working.size > 0) await Promise.all(this.#working);
  }

  async #work(): Promise<void> {
    // All that is added at once is there before the first is made.
    await Promise.resolve();
    for (const path of this.#waiting) {
      this.#waiting.delete(path);
      await this.renew(path).catch(() => undefined);
    }
  }
}
