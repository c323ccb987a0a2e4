import type { ShownTags } from "./shown-tags";

/**
 * At which position of the outbox each tag was touched last. Of the many tags that there are in time, those touched
 * longest ago are forgotten; below the newest of these lies the floor, and what is older counts as touched.
 */
export class TagPositions {
  /** In the order of their positions: a tag that is touched again goes to the end. */
  readonly #at = new Map<number, number>();
  #floor = 0;

  constructor(readonly limit = 200_000) {}

  get size(): number {
    return this.#at.size;
  }

  /** Has everything count as touched up to a position. */
  raiseFloor(position: number): void {
    this.#floor = Math.max(this.#floor, position);
  }

  raise(tags: Iterable<number>, position: number): void {
    for (const tag of tags) {
      const before = this.#at.get(tag) ?? 0;
      if (before >= position) continue;
      this.#at.delete(tag);
      this.#at.set(tag, position);
    }
    for (const [tag, at] of this.#at) {
      if (this.#at.size <= this.limit) break;
      this.#at.delete(tag);
      this.raiseFloor(at);
    }
  }

  /** Whether any of these tags was touched after a position. */
  touchedAfter(tags: ShownTags, position: number): boolean {
    if (position < this.#floor) return true;
    for (const tag of tags) if ((this.#at.get(tag) ?? 0) > position) return true;
    return false;
  }

  /** Whether all of these tags, or with null everything, were touched at a position or after it. */
  isTouched(tags: ShownTags | null, position: number): boolean {
    if (position <= this.#floor) return true;
    return tags !== null && tags.every((tag) => (this.#at.get(tag) ?? 0) >= position);
  }

  clear(): void {
    this.#at.clear();
    this.#floor = 0;
  }
}
