/**
 * What the press knows of publications: for each dossier the number of its last change and its last removal in the
 * outbox, and how far it has read there. Numbers come in the order of the commits (the outbox sees to that), so that
 * a page whose render began after a number was read shows all that was published up to it.
 */
import type { OutboxChange, OutboxState } from "@/lib/database/outbox";

export class Changes {
  readonly #changed = new Map<string, number>();
  readonly #removed = new Map<string, number>();
  #site = { changed: 0, removed: 0 };
  /** The last removal that concerns every page there is. */
  #everywhere = 0;
  #mark = 0;
  #knows = false;

  /** Whether the outbox was ever read: before, nothing kept can be called fresh. */
  get knows(): boolean {
    return this.#knows;
  }

  /** The newest change that was read. What begins to render now shows it and all before. */
  get mark(): number {
    return this.#mark;
  }

  /** Takes the state of the whole outbox, as of its newest change. */
  begin({ newest, everywhere, dossiers }: OutboxState): void {
    for (const { slug, changed, removed } of dossiers) {
      raise(this.#changed, slug, changed);
      raise(this.#removed, slug, removed);
      this.#site.removed = Math.max(this.#site.removed, removed);
    }
    this.#site.changed = Math.max(this.#site.changed, newest);
    this.#everywhere = Math.max(this.#everywhere, everywhere);
    this.#mark = Math.max(this.#mark, newest);
    this.#knows = true;
  }

  /** Takes one change in. */
  learn({ id, action, dossiers, everywhere }: OutboxChange): void {
    this.#mark = Math.max(this.#mark, id);
    this.#site.changed = Math.max(this.#site.changed, id);
    for (const slug of dossiers) raise(this.#changed, slug, id);
    if (everywhere) this.#everywhere = Math.max(this.#everywhere, id);
    if (action !== "unpublish") return;
    this.#site.removed = Math.max(this.#site.removed, id);
    for (const slug of dossiers) raise(this.#removed, slug, id);
  }

  /** Forgets all: the outbox went back to an earlier state, as when a database is restored. */
  forget(): void {
    this.#changed.clear();
    this.#removed.clear();
    this.#site = { changed: 0, removed: 0 };
    this.#everywhere = 0;
    this.#mark = 0;
    this.#knows = false;
  }

  /** Whether a page that was rendered at `mark` shows all that has been published since. */
  isFresh(dossier: string | null, mark: number): boolean {
    const changed = dossier === null ? this.#site.changed : (this.#changed.get(dossier) ?? 0);
    return this.#knows && mark >= changed && this.#isPossible(mark);
  }

  /** Whether a page that was rendered at `mark` can show nothing that was removed since, as far as is known. */
  mayShow(dossier: string | null, mark: number): boolean {
    const removed = dossier === null ? this.#site.removed : (this.#removed.get(dossier) ?? 0);
    return mark >= removed && this.#isPossible(mark);
  }

  /** Neither from before what concerns all, nor from a future that a restored database has lost. */
  #isPossible(mark: number): boolean {
    return mark >= this.#everywhere && (!this.#knows || mark <= this.#mark);
  }
}

function raise(map: Map<string, number>, slug: string, id: number): void {
  map.set(slug, Math.max(map.get(slug) ?? 0, id));
}
