/**
 * What the press knows of publications: for each dossier the number of its last change and its last removal in the
 * outbox, and how far it has read there. Numbers come in the order of the commits (the outbox sees to that), so that
 * a page whose render began after a number was read shows all that was published up to it.
 */
import type { DossierChanges, OutboxChange } from "@/lib/data/outbox";

export class Changes {
  readonly #changed = new Map<string, number>();
  readonly #removed = new Map<string, number>();
  #site = { changed: 0, removed: 0 };
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
  begin(newest: number, dossiers: readonly DossierChanges[]): void {
    for (const { slug, changed, removed } of dossiers) {
      raise(this.#changed, slug, changed);
      raise(this.#removed, slug, removed);
      this.#site.removed = Math.max(this.#site.removed, removed);
    }
    this.#site.changed = Math.max(this.#site.changed, newest);
    this.#mark = Math.max(this.#mark, newest);
    this.#knows = true;
  }

  /** Takes one change in. */
  learn({ id, action, dossiers }: OutboxChange): void {
    this.#mark = Math.max(this.#mark, id);
    this.#site.changed = Math.max(this.#site.changed, id);
    for (const slug of dossiers) raise(this.#changed, slug, id);
    if (action !== "unpublish") return;
    this.#site.removed = Math.max(this.#site.removed, id);
    for (const slug of dossiers) raise(this.#removed, slug, id);
  }

  /** Whether a page that was rendered at `mark` shows all that has been published since. */
  isFresh(dossier: string | null, mark: number): boolean {
    return this.#knows && mark >= (dossier === null ? this.#site.changed : (this.#changed.get(dossier) ?? 0));
  }

  /** Whether a page that was rendered at `mark` can show nothing that was removed since, as far as is known. */
  mayShow(dossier: string | null, mark: number): boolean {
    return mark >= (dossier === null ? this.#site.removed : (this.#removed.get(dossier) ?? 0));
  }
}

function raise(map: Map<string, number>, slug: string, id: number): void {
  map.set(slug, Math.max(map.get(slug) ?? 0, id));
}
