/** Documents in memory, under a limit of bytes: the least lately read goes first. */
import { type PressDocument, weightOf } from "./press-document";

export class Shelf {
  // A Map keeps the order of insertion: what is read is put at its end again.
  readonly #kept = new Map<string, PressDocument>();
  #bytes = 0;

  constructor(readonly limit: number) {}

  get size(): number {
    return this.#kept.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(path: string): PressDocument | undefined {
    return this.#kept.get(path);
  }

  /** Marks a document as just read. Cheap enough to be called now and then, not for each of a burst of readers. */
  touch(path: string): void {
    const document = this.#kept.get(path);
    if (!document) return;
    this.#kept.delete(path);
    this.#kept.set(path, document);
  }

  put(document: PressDocument): void {
    this.drop(document.path);
    this.#kept.set(document.path, document);
    this.#bytes += weightOf(document);
    for (const path of this.#kept.keys()) {
      if (this.#bytes <= this.limit || path === document.path) break;
      this.drop(path);
    }
  }

  drop(path: string): void {
    const document = this.#kept.get(path);
    if (!document) return;
    this.#kept.delete(path);
    this.#bytes -= weightOf(document);
  }

  /** Every document, the most lately read first. */
  *documents(): Iterable<PressDocument> {
    yield* [...this.#kept.values()].reverse();
  }
}
