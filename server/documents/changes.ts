/**
 * What is known of publications: for each tag (`cacheTag`) the position of its last change and its last removal in the
 * outbox, and how far the outbox was read. Positions come in the order of the commits (the outbox sees to that), so
 * that a page whose render began after a position was read shows all that was published up to it.
 */
import type { OutboxChange, OutboxState } from "@/lib/database/outbox";
import { type ShownTags, touchedNumbers } from "./shown-tags";
import { TagPositions } from "./tag-positions";

/** What has tags and was as they say at a position of the outbox. */
export interface Shown {
  readonly shows: ShownTags;
  readonly position: number;
}

export class Changes {
  readonly #changed: TagPositions;
  readonly #removed: TagPositions;
  #position = 0;
  #isKnown = false;
  #version = 1;

  /** At most `limit` tags are known by their positions, of changes and of removals each. */
  constructor(limit?: number) {
    this.#changed = new TagPositions(limit);
    this.#removed = new TagPositions(limit);
  }

  /** Whether the outbox was ever read: before, nothing kept can be called fresh. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /** The newest change that was read. What begins to render now shows it and all before. */
  get position(): number {
    return this.#position;
  }

  /** Another number after whatever was learned: what was fresh stays so as long as this does. Never 0. */
  get version(): number {
    return this.#version;
  }

  /** Takes the state of the whole outbox, as of its newest change. */
  start({ position, floor, changes }: OutboxState): void {
    this.#changed.raiseFloor(floor);
    this.#removed.raiseFloor(floor);
    for (const change of changes) this.add(change);
    this.#position = Math.max(this.#position, position);
    this.#isKnown = true;
    this.#version += 1;
  }

  /** Takes one change in. */
  add({ id, action, tags }: OutboxChange): void {
    this.#version += 1;
    this.#position = Math.max(this.#position, id);
    const removed = action === "unpublish" ? [this.#removed] : [];
    for (const positions of [this.#changed, ...removed])
      if (tags === null) positions.raiseFloor(id);
      else positions.raise(touchedNumbers(tags), id);
  }

  /** Forgets all: the outbox went back to an earlier state, or on beyond what can be told. */
  reset(): void {
    this.#changed.clear();
    this.#removed.clear();
    this.#position = 0;
    this.#isKnown = false;
    this.#version += 1;
  }

  /** Whether what was as it is at a position shows all that has been published since. */
  isFresh({ shows, position }: Shown): boolean {
    return this.#isKnown && this.#isPossible(position) && !this.#changed.touchedAfter(shows, position);
  }

  /** Whether it can show nothing that was removed since, as far as is known. */
  mayShow({ shows, position }: Shown): boolean {
    return this.#isPossible(position) && !this.#removed.touchedAfter(shows, position);
  }

  /** Not from a future that a restored database has lost. */
  #isPossible(position: number): boolean {
    return !this.#isKnown || position <= this.#position;
  }
}
