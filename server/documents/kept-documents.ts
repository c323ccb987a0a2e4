/** The documents that are kept, in memory and on disk, and which of them may still be shown. */
import { LRUCache } from "lru-cache";
import type { OutboxChange, OutboxState } from "@/lib/database/outbox";
import type { Changes, Shown } from "./changes";
import type { Removal } from "./disk-removals";
import { touchedNumbers } from "./shown-tags";
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
    readonly settings: Pick<StoreSettings, "build" | "disk" | "log" | "memory" | "hooks">,
    readonly changes: Changes,
  ) {
    this.memory = new LRUCache({ maxSize: settings.memory ?? 128 * MB, sizeCalculation: weightOf });
  }

  /** Whether a document shows all that has been published, with the styles of this build; asked once after each change. */
  isFresh(document: StoredDocument): boolean {
    const { changes } = this;
    if (document.checked === changes.version) return true;
    const isOurs = document.build === this.settings.build && document.database === this.database;
    if (!isOurs || !changes.isFresh(document)) return false;
    document.checked = changes.version;
    document.position = changes.position;
    return true;
  }

  /** Whether a document shows nothing that was removed, as far as is known. */
  mayShow({ database, ...shown }: Shown & Pick<StoredDocument, "database">): boolean {
    return (this.database === null || database === this.database) && this.changes.mayShow(shown);
  }

  /** A page's document from memory or disk, where it may be shown. */
  async find(path: string): Promise<StoredDocument | undefined> {
    const loaded = this.memory.get(path) ?? (await this.settings.disk.load(path));
    // Another reader's render may have ended meanwhile.
    const kept = this.memory.get(path) ?? loaded;
    if (!kept) return undefined;
    if (!this.mayShow(kept)) {
      this.drop(path);
      return undefined;
    }
    if (!this.memory.has(path)) this.memory.set(path, kept);
    return kept;
  }

  /** Keeps a document, unless what it shows was removed. */
  keep(document: StoredDocument): void {
    if (!this.mayShow(document)) return;
    const { disk, log, hooks } = this.settings;
    this.memory.set(document.path, document);
    // Of which database it is, nothing on the disk could say.
    if (document.database === "") return;
    const writing = disk
      // What was removed while the file was being written must not stay there.
      .save(document, () => this.mayShow(document))
      .then(() => (this.isFresh(document) ? hooks?.kept(document) : undefined))
      .catch((error: unknown) => log.warn({ err: error, path: document.path }, "document not kept on disk"))
      .finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
  }

  /** Resolves when nothing is being written to disk any more. */
  async written(): Promise<void> {
    await Promise.all(this.#writing);
  }

  drop(path: string): void {
    const { disk, log, hooks } = this.settings;
    this.memory.delete(path);
    Promise.all([hooks?.outdated([path]), disk.drop(path)]).catch((error: unknown) =>
      log.warn({ err: error }, "document not dropped"),
    );
  }

  /**
   * Throws away, from memory and disk, every document that shows what was removed by these changes; those that show
   * what was changed are no longer up to date. Returns the paths of what was in memory and has to be made anew, the
   * most lately read first.
   */
  async changed(changes: readonly OutboxChange[]): Promise<string[]> {
    const stale = this.#stale();
    await this.#discard(stale, changes.filter(isRemoval).map(this.#removalOf));
    await this.#note(changes);
    return stale;
  }

  /**
   * Takes in what the whole outbox says, of the database with this identity: what was removed while no server of this
   * disk ran is noted there, for those that begin while the database is away. Where the newest change that was known
   * is not there any more, nothing that was kept can be trusted, and all of it is thrown away. Returns paths as
   * `changed` does.
   */
  async started(database: string, state: OutboxState, isCutOff: boolean): Promise<string[]> {
    this.database = database;
    const isContinued = !isCutOff && (await this.#isContinued(database, state.changes));
    const floor = isContinued ? state.floor : state.position;
    const cleared = isContinued ? [] : await this.#clear();
    this.changes.start({ ...state, floor });
    const stale = [...cleared, ...this.#stale()];
    // Below the floor anything may have been removed.
    const unknown: Removal[] = floor > 0 ? [{ database, position: floor, tags: null }] : [];
    await this.#discard(stale, [...unknown, ...state.changes.filter(isRemoval).map(this.#removalOf)]);
    await this.#note(state.changes);
    return stale;
  }

  /** Whether the newest change that was noted of a database is among these, or none was noted. */
  async #isContinued(database: string, changes: readonly OutboxChange[]): Promise<boolean> {
    const { disk, log } = this.settings;
    try {
      const known = await disk.newest(database);
      const isThere = ({ id, at }: OutboxChange) =>
        // Another session may write the same time in another zone.
        id === known?.position && Date.parse(at) === Date.parse(known.at);
      return known === null || changes.some(isThere);
    } catch (error) {
      log.warn({ err: error }, "what was removed cannot be read: kept documents are thrown away");
      return false;
    }
  }

  /** Throws all documents away; returns the paths of those in memory, the most lately read first. */
  async #clear(): Promise<string[]> {
    const { disk, log, hooks } = this.settings;
    const paths = [...this.memory.keys()];
    this.memory.clear();
    try {
      await hooks?.outdated([...paths, ...(await disk.where(() => true))]);
      await disk.clear();
    } catch (error) {
      log.warn({ err: error }, "documents not dropped");
    }
    return paths;
  }

  /** Notes the last of these changes as the newest that is known. */
  async #note(changes: readonly OutboxChange[]): Promise<void> {
    const { disk, log } = this.settings;
    const newest = changes.at(-1);
    if (!newest || this.database === null) return;
    await disk
      .known({ database: this.database, position: newest.id, at: newest.at })
      .catch((error: unknown) => log.warn({ err: error }, "the newest change is not noted on disk"));
  }

  /** Says what is out of date, and throws away from disk what was removed. Never rejects. */
  async #discard(stale: readonly string[], removals: readonly Removal[]): Promise<void> {
    const { disk, log, hooks } = this.settings;
    const onDisk = hooks ? await disk.where((file) => !this.changes.isFresh(file)) : [];
    const work = [
      hooks?.outdated([...stale, ...onDisk]),
      removals.length > 0 ? disk.removed(removals) : undefined,
    ];
    for (const one of await Promise.allSettled(work))
      if (one.status === "rejected") log.warn({ err: one.reason as unknown }, "documents not dropped");
  }

  /** Finds what is out of date in memory, and lets go of what may not be shown at all. */
  #stale(): string[] {
    const found: string[] = [];
    for (const document of this.memory.values()) if (!this.isFresh(document)) found.push(document.path);
    for (const path of found) if (!this.mayShow(this.memory.peek(path)!)) this.memory.delete(path);
    return found;
  }

  readonly #removalOf = ({ id, tags }: OutboxChange): Removal => ({
    database: this.database ?? "",
    position: id,
    tags: tags && Uint32Array.from(touchedNumbers(tags)),
  });
}

const isRemoval = ({ action }: OutboxChange) => action === "unpublish";
