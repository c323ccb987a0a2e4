/**
 * What is known of publications: for each dossier the position of its last change and its last removal in the outbox,
 * and how far the outbox was read. Positions come in the order of the commits (the outbox sees to that), so that a
 * page whose render began after a position was read shows all that was published up to it.
 */
import type { OutboxChange, OutboxState } from "@/lib/database/outbox";

export class Changes {
  readonly #changed = new Map<string, number>();
  readonly #removed = new Map<string, number>();
  #site = { changed: 0, removed: 0 };
  /** The last removal that concerns every page there is. */
  #everywhere = 0;
  #position = 0;
  #isKnown = false;

  /** Whether the outbox was ever read: before, nothing kept can be called fresh. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  /** The newest change that was read. What begins to render now shows it and all before. */
  get position(): number {
    return this.#position;
  }

  /** Takes the state of the whole outbox, as of its newest change. */
  start({ position, everywhere, dossiers }: OutboxState): void {
    for (const { slug, changed, removed } of dossiers) {
      raise(this.#changed, slug, changed);
      raise(this.#removed, slug, removed);
      this.#site.removed = Math.max(this.#site.removed, removed);
    }
    this.#site.changed = Math.max(this.#site.changed, position);
    this.#everywhere = Math.max(this.#everywhere, everywhere);
    this.#position = Math.max(this.#position, position);
    this.#isKnown = true;
  }

  /** Takes one change in. */
  add({ id, action, dossiers, everywhere }: OutboxChange): void {
    this.#position = Math.max(this.#position, id);
    this.#site.changed = Math.max(this.#site.changed, id);
    for (const slug of dossiers) raise(this.#changed, slug, id);
    if (everywhere) this.#everywhere = Math.max(this.#everywhere, id);
    if (action !== "unpublish") return;
    this.#site.removed = Math.max(this.#site.removed, id);
    for (const slug of dossiers) raise(this.#removed, slug, id);
  }

  /** Forgets all: the outbox went back to an earlier state, as when a database is restored. */
  reset(): void {
    this.#changed.clear();
    this.#removed.clear();
    this.#site = { changed: 0, removed: 0 };
    this.#everywhere = 0;
    this.#position = 0;
    this.#isKnown = false;
  }

  /** Whether a page that was rendered at `position` shows all that has been published since. */
  isFresh(dossier: string | null, position: number): boolean {
    const changed = dossier === null ? this.#site.changed : (this.#changed.get(dossier) ?? 0);
    return this.#isKnown && position >= changed && this.#isPossible(position);
  }

  /** Whether a page that was rendered at `position` can show nothing that was removed since, as far as is known. */
  mayShow(dossier: string | null, position: number): boolean {
    const removed = dossier === null ? this.#site.removed : (this.#removed.get(dossier) ?? 0);
    return position >= removed && this.#isPossible(position);
  }

  /** Neither from before what concerns all, nor from a future that a restored database has lost. */
  #isPossible(position: number): boolean {
    return position >= this.#everywhere && (!this.#isKnown || position <= this.#position);
  }
}

function raise(map: Map<string, number>, slug: string, id: number): void {
  map.set(slug, Math.max(map.get(slug) ?? 0, id));
}
