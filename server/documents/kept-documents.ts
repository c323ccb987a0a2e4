/** The documents that are kept, in memory and on disk, and which of them may still be shown. */
import { LRUCache } from "lru-cache";
import type { Changes } from "./changes";
import type { Place } from "./disk-files";
import type { StoreSettings } from "./store-settings";
import { type StoredDocument, weightOf } from "./stored-document";

const MB = 1024 * 1024;

export class KeptDocuments {
  /** Documents in memory, under a limit of bytes: the least lately read goes first. */
  readonly memory: LRUCache<string, StoredDocument>;
  /** Names the database, once it has answered: documents of another's pages are none of ours. */
  database: string | null = null;
  readonly #writing = new Set<Promise<void>>();

  constructor(
    readonly settings: Pick<StoreSettings, "build" | "disk" | "log" | "memory">,
    readonly changes: Changes,
  ) {
    this.memory = new LRUCache({ maxSize: settings.memory ?? 128 * MB, sizeCalculation: weightOf });
  }

  /** Whether a document shows all that has been published, with the styles of this build. */
  isFresh({ dossier, position, build, database }: StoredDocument): boolean {
    return (
      build === this.settings.build && database === this.database && this.changes.isFresh(dossier, position)
    );
  }

  /** Whether a document shows nothing that was removed, as far as is known. */
  mayShow({ dossier, position, database }: StoredDocument): boolean {
    return (this.database === null || database === this.database) && this.changes.mayShow(dossier, position);
  }

  /** A page's document from memory or disk, where it may be shown. */
  async find(page: Place): Promise<StoredDocument | undefined> {
    const loaded = this.memory.get(page.path) ?? (await this.settings.disk.load(page));
    // Another reader's render may have ended meanwhile.
    const kept = this.memory.get(page.path) ?? loaded;
    if (!kept) return undefined;
    if (!this.mayShow(kept)) {
      this.drop(page);
      return undefined;
    }
    if (!this.memory.has(page.path)) this.memory.set(page.path, kept);
    return kept;
  }

  /** Keeps a document, unless what it shows was removed. */
  keep(document: StoredDocument): void {
    if (!this.mayShow(document)) return;
    const { disk, log } = this.settings;
    this.memory.set(document.path, document);
    const writing = disk
      // What was removed while the file was being written must not stay there.
      .save(document, () => this.mayShow(document))
      .catch((error: unknown) => log.warn({ err: error, path: document.path }, "document not kept on disk"))
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
  }

  /** Resolves when nothing is being written to disk any more. */
  async written(): Promise<void> {
    await Promise.all(this.#writing);
  }

  drop(page: Place): void {
    const { disk, log } = this.settings;
    this.memory.delete(page.path);
    disk.drop(page).catch((error: unknown) => log.warn({ err: error }, "document not dropped"));
  }

  /**
   * Throws away, from memory and disk, every document that could show what was removed from these dossiers; `each`
   * is called for those that were in memory.
   */
  async clear(
    dossiers: ReadonlySet<string> | "all",
    each: (document: StoredDocument) => void,
  ): Promise<void> {
    const { disk, log } = this.settings;
    for (const document of [...this.memory.values()])
      if (!this.mayShow(document)) {
        this.memory.delete(document.path);
        each(document);
      }
    const dropped =
      dossiers === "all" ? [disk.clear()] : [null, ...dossiers].map((dossier) => disk.dropAll(dossier));
    for (const { reason } of (await Promise.allSettled(dropped)).filter((one) => one.status === "rejected"))
      log.warn({ err: reason as unknown }, "documents not dropped");
  }

  /** The documents in memory that are out of date, the most lately read first, at most `limit`. */
  stale(limit: number): StoredDocument[] {
    const found: StoredDocument[] = [];
    for (const document of this.memory.values()) {
      if (found.length === limit) break;
      if (!this.isFresh(document)) found.push(document);
    }
    return found;
  }
}
