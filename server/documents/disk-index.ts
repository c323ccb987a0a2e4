/** Which documents lie on disk, what each shows, and which go first where there are too many. */
import { LRUCache } from "lru-cache";
import type { ShownTags } from "./shown-tags";

/** What is known of a document on disk. */
export interface Indexed {
  bytes: number;
  shows: ShownTags;
  position: number;
  database: string;
}

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

  /** The documents of which this holds. */
  where(holds: (file: Indexed) => boolean): string[] {
    const found: string[] = [];
    for (const [path, file] of this.#files.entries()) if (holds(file)) found.push(path);
    return found;
  }
}
