/**
 * The document store: keeps public pages as finished documents, in memory and on disk, and makes them anew when what
 * they show has changed. It renders a page at most once at a time, serves an older document rather than none, and
 * never one that shows what was removed.
 */
import { LRUCache } from "lru-cache";
import { FairQueue } from "@/lib/fair-queue";
import { SharedWork } from "@/lib/shared-work";
import type { Address } from "@/server/http/address";
import type { Rendered } from "@/server/next/pages";
import { Changes } from "./changes";
import { OutboxReader } from "./outbox-reader";
import { Renewals } from "./renewals";
import type { Served, StoreCounts, StoreSettings } from "./store-settings";
import { documentOf, type StoredDocument, weightOf } from "./stored-document";

type Page = Extract<Address, { is: "document" }>;

/** That an address had no page, as of a position of the outbox. */
interface MissingPage {
  rendered: Rendered;
  dossier: string | null;
  position: number;
}

const MB = 1024 * 1024;
/** After a failed render readers get the older document at once for so long, in milliseconds. */
const retryDelay = 2000;
/** How many documents are made anew after a change without being asked for. */
const renewalLimit = 200;
/** In whose turn documents are made anew without being asked for. */
const ownWork = "";

export class DocumentStore {
  readonly counts: StoreCounts = { hits: 0, stale: 0, renders: 0, failures: 0, renderSeconds: 0 };
  readonly changes = new Changes();
  /** Documents in memory, under a limit of bytes: the least lately read goes first. */
  readonly memory: LRUCache<string, StoredDocument>;
  readonly #missing = new LRUCache<string, MissingPage>({ max: 1000, ttl: 10_000 });
  readonly #failed = new LRUCache<string, true>({ max: 10_000, ttl: retryDelay });
  /** Each page is rendered once for however many wait for it, and turns go round the clients that wait. */
  readonly #rendering = new SharedWork<Served>(
    new FairQueue({ atOnce: 4, waiting: 400, waitingPerClient: 100 }),
  );
  readonly #renewals = new Renewals((page) => this.#renewOne(page));
  readonly #outbox = new OutboxReader(this.changes, {
    started: (database) => {
      this.#database = database;
      this.#renew();
    },
    removed: (dossiers) => this.#clear(dossiers),
    changed: () => this.#renew(),
  });
  readonly #patience: number;
  /** Names the database, once it has answered: documents of another's pages are none of ours. */
  #database: string | null = null;

  constructor(readonly settings: StoreSettings) {
    this.memory = new LRUCache({ maxSize: settings.memory ?? 128 * MB, sizeCalculation: weightOf });
    this.#patience = settings.patience ?? 500;
  }

  /** The document under exactly this address if it can be sent as it is: what readers nearly always get. */
  ready(url: string): StoredDocument | undefined {
    const document = this.memory.get(url);
    if (!document || !this.#isFresh(document)) return undefined;
    this.counts.hits += 1;
    return document;
  }

  /**
   * What a reader of this page gets, in the turn of `client`. Rejects where there is no document and none can be made,
   * with TooBusy where too many wait.
   */
  async serve(page: Page, client = ownWork): Promise<Served> {
    const kept = this.ready(page.path) ?? (await this.#fetch(page));
    if (kept && this.#isFresh(kept)) return { document: kept };
    const missing = this.#missing.get(page.path);
    if (missing && this.changes.isFresh(missing.dossier, missing.position)) return missing;
    if (!kept) return this.#newest(page, client);
    return this.#newer(page, kept, client);
  }

  /** Takes in what was published since, as `OutboxReader.catchUp` says. */
  catchUp(): Promise<void> {
    return this.#outbox.catchUp();
  }

  /** Resolves when the documents that the last changes made stale have been made anew, as far as that can be. */
  renewed(): Promise<void> {
    return this.#renewals.done();
  }

  /** Makes nothing anew any more, and waits for what is being made. */
  async end(): Promise<void> {
    this.#renewals.clear();
    await this.#rendering.ended();
  }

  /** The newer document if it is made soon, else the older one that is at hand, if it may still be shown. */
  async #newer(page: Page, older: StoredDocument, client: string): Promise<Served> {
    if (this.#failed.has(page.path)) return this.#older(older);
    const newer = this.#newest(page, client);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, this.#patience, null)));
    try {
      const served = await Promise.race([newer, late]);
      if (served) return served;
    } catch (error) {
      if (!this.#mayShow(older)) throw error;
    } finally {
      clearTimeout(timer);
      newer.catch(() => undefined);
    }
    return this.#mayShow(older) ? this.#older(older) : newer;
  }

  #older(document: StoredDocument): Served {
    this.counts.stale += 1;
    return { document };
  }

  /** From disk, where it may be shown. */
  async #fetch(page: Page): Promise<StoredDocument | undefined> {
    const loaded = this.memory.get(page.path) ?? (await this.settings.disk.load(page));
    // Another reader's render may have ended meanwhile.
    const kept = this.memory.get(page.path) ?? loaded;
    if (!kept) return undefined;
    if (!this.#mayShow(kept)) {
      this.#discard(page);
      return undefined;
    }
    if (!this.memory.has(page.path)) this.memory.set(page.path, kept);
    return kept;
  }

  /** Renders a page as it is now: a render that began before a change is waited for, and followed by another. */
  async #newest(page: Page, client: string): Promise<Served> {
    const { position } = this.changes;
    for (let attempt = 0; ; attempt += 1) {
      const served = await this.#render(page, client);
      if (positionOf(served) >= position || attempt === 2) return served;
    }
  }

  /** Renders a page, once for however many wait for it. */
  #render(page: Page, client: string): Promise<Served> {
    return this.#rendering.do(page.path, client, () => this.#make(page));
  }

  async #make(page: Page): Promise<Served> {
    const began = performance.now();
    this.counts.renders += 1;
    try {
      // Something may be removed while a page that shows it renders; a second time is seldom needed.
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const { position } = this.changes;
        const rendered = await this.settings.render(page.path);
        if (!this.changes.mayShow(page.dossier, position)) continue;
        this.#failed.delete(page.path);
        if (rendered.status !== 200) return this.#keepMissing(page, rendered, position);
        const about = { build: this.settings.build, position, database: this.#database ?? "" };
        const document = await documentOf(rendered, { path: page.path, dossier: page.dossier, ...about });
        this.#keep(document);
        return { document };
      }
      throw new Error(`${page.path} changes faster than it renders`);
    } catch (error) {
      this.counts.failures += 1;
      this.#failed.set(page.path, true);
      throw error;
    } finally {
      this.counts.renderSeconds += (performance.now() - began) / 1000;
    }
  }

  #keep(document: StoredDocument): void {
    if (!this.#mayShow(document)) return;
    this.#missing.delete(document.path);
    this.memory.set(document.path, document);
    this.settings.disk
      // What was removed while the file was being written must not stay there.
      .save(document, () => this.#mayShow(document))
      .catch((error: unknown) =>
        this.settings.log.warn({ err: error, path: document.path }, "document not kept on disk"),
      );
  }

  /** Remembers for a moment that there is no such page, and forgets the document there was. */
  #keepMissing(page: Page, rendered: Rendered, position: number): Served {
    this.#discard(page);
    if (rendered.status === 404) this.#missing.set(page.path, { rendered, position, dossier: page.dossier });
    return { rendered, position };
  }

  #discard(page: Pick<Page, "path" | "dossier">): void {
    this.memory.delete(page.path);
    this.settings.disk
      .drop(page)
      .catch((error: unknown) => this.settings.log.warn({ err: error }, "document not dropped"));
  }

  #isFresh({ dossier, position, build, database }: StoredDocument): boolean {
    return (
      build === this.settings.build && database === this.#database && this.changes.isFresh(dossier, position)
    );
  }

  #mayShow({ dossier, position, database }: StoredDocument): boolean {
    return (
      (this.#database === null || database === this.#database) && this.changes.mayShow(dossier, position)
    );
  }

  /** Throws away, from memory and disk, every document that could show what was removed from these dossiers. */
  async #clear(dossiers: ReadonlySet<string> | "all"): Promise<void> {
    const { disk, log } = this.settings;
    for (const document of [...this.memory.values()])
      if (!this.#mayShow(document)) {
        this.memory.delete(document.path);
        this.#renewals.add(document);
      }
    const dropped =
      dossiers === "all" ? [disk.clear()] : [null, ...dossiers].map((dossier) => disk.dropAll(dossier));
    for (const { reason } of (await Promise.allSettled(dropped)).filter((one) => one.status === "rejected"))
      log.warn({ err: reason as unknown }, "documents not dropped");
  }

  /** Makes anew what readers had lately; the rest is made when it is next asked for. */
  #renew(): void {
    let left = renewalLimit;
    for (const document of this.memory.values()) {
      if (left === 0) return;
      if (this.#isFresh(document)) continue;
      this.#renewals.add(document);
      left -= 1;
    }
  }

  async #renewOne({ path, dossier }: Pick<Page, "path" | "dossier">): Promise<void> {
    const document = this.memory.peek(path);
    if (!document || !this.#isFresh(document)) await this.#render({ is: "document", path, dossier }, ownWork);
  }
}

/** The outbox position that an answer shows. */
const positionOf = (served: Served) => ("document" in served ? served.document.position : served.position);
