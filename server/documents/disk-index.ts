/** Which documents lie on disk, what each shows, and which go first where there are too many. */
import { setImmediate } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { ShownTags } from "./shown-tags";

/** What is known of a document on disk. */
export interface Indexed {
  bytes: number;
  shows: ShownTags;
  position: number;
  database: string;
}

/** So many documents are judged in one piece: a few milliseconds. */
const atOnce = 5000;
/** Room on a disk is given away in blocks of so many bytes. */
const block = 4096;

export class DiskIndex {
  readonly #files: LRUCache<string, Indexed>;

  /** Keeps at most `limit` documents and `room` bytes; `evicted` is told of those that have to go, least lately used first. */
  constructor({ limit, room }: { limit: number; room: number }, evicted: (path: string) => void) {
    this.#files = new LRUCache({
      max: limit,
      maxSize: room,
      sizeCalculation: ({ bytes }) => Math.ceil(bytes / block) * block,
      dispose: (_, path, why) => void (why === "evict" && evicted(path)),
    });
  }

  get size(): { documents: number; bytes: number } {
    return { documents: this.#files.size, bytes: this.#files.calculatedSize };
  }

  set(path: string, file: Indexed): void {
    this.#files.set(path, file);
  }

  /** Adds one that was there before, unless it was written again since. */
  found(path: string, file: Indexed): void {
    if (!this.#files.has(path)) this.#files.set(path, file);
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** Says that a document was used. */
  touch(path: string): void {
    this.#files.get(path);
  }

  delete(path: string): void {
    this.#files.delete(path);
  }

  /** The documents of which this holds, of those that there are now. Others have their turn in between. */
  async where(holds: (file: Indexed) => boolean): Promise<string[]> {
    const found: string[] = [];
    const paths = [...this.#files.keys()];
    for (let from = 0; from < paths.length; from += atOnce) {
      if (from > 0) await setImmediate();
      for (const path of paths.slice(from, from + atOnce)) {
        const file = this.#files.peek(path);
        if (file && holds(file)) found.push(path);
      }
    }
    return found;
  }
}
