/** One request at a time, the latest wish last: what is asked meanwhile is asked once, when the answer is there. */
export class NewestOnly {
  #ask: () => Promise<void>;
  #isUnderWay = false;
  #isWanted = false;

  /** `ask` must not reject. */
  constructor(ask: () => Promise<void>) {
    this.#ask = ask;
  }

  /** Asks now, or as soon as what is under way has been answered. */
  want(): void {
    this.#isWanted = true;
    if (!this.#isUnderWay) void this.#goOn();
  }

  /** Asks no more. */
  stop(): void {
    this.#isWanted = false;
  }

  async #goOn(): Promise<void> {
    this.#isUnderWay = true;
    while (this.#isWanted) {
      this.#isWanted = false;
      await this.#ask();
    }
    this.#isUnderWay = false;
  }
}
