/**
 * The document store: keeps public pages as finished documents, in memory and on disk, and makes them anew when what
 * they show has changed. It renders a page at most once at a time, serves an older document rather than none, and
 * never one that shows what was removed.
 */
import { LRUCache } from "lru-cache";
import type { Standing } from "@/lib/database/outbox";
import { FairQueue } from "@/lib/fair-queue";
import { isFilePath } from "@/lib/routes";
import { SharedWork } from "@/lib/shared-work";
import type { Address } from "@/server/http/address";
import type { Rendered, RenderedPage } from "@/server/next/pages";
import { Changes } from "./changes";
import { KeptDocuments } from "./kept-documents";
import { OutboxReader } from "./outbox-reader";
import { Renewals } from "./renewals";
import { isWorthKeeping } from "./shown-tags";
import type { Served, StoreCounts, StoreSettings } from "./store-settings";
import { documentOf, type StoredDocument } from "./stored-document";

type Page = Extract<Address, { is: "document" }>;

/** That an address had no page worth keeping, or a file too large for it, as of a position of the outbox. */
interface NotKept {
  rendered: Rendered;
  position: number;
}

/** After a failed render readers get the older document at once for so long, in milliseconds. */
const retryDelay = 2000;
/** How many documents are made anew after a change without being asked for: those read last. */
const renewalLimit = 1000;
/** How many pages are rendered at once. */
const rendersAtOnce = 4;
/** How many files are made at once, apart from pages: their tables take longer. */
const filesAtOnce = 2;
/** How long a file is taken for large without looking again, in milliseconds. */
const largeFor = 3_600_000;
/** In whose turn documents are made anew without being asked for. */
const ownWork = "";

export class DocumentStore {
  readonly counts: StoreCounts = { hits: 0, stale: 0, renders: 0, failures: 0, renderSeconds: 0 };
  readonly changes = new Changes();
  readonly #kept: KeptDocuments;
  readonly #missing = new LRUCache<string, NotKept>({ max: 1000, ttl: 10_000 });
  readonly #failed = new LRUCache<string, true>({ max: 10_000, ttl: retryDelay });
  /** Each page is rendered once for however many wait for it, and turns go round the clients that wait. */
  readonly #rendering = new SharedWork<Served>(
    new FairQueue({ atOnce: rendersAtOnce, waiting: 400, waitingPerClient: 100 }),
  );
  readonly #renderingFiles = new SharedWork<Served>(
    new FairQueue({ atOnce: filesAtOnce, waiting: 100, waitingPerClient: 25 }),
  );
  readonly #renewals = new Renewals((path) => this.#renewOne(path), rendersAtOnce);
  readonly #outbox = new OutboxReader(this.changes, {
    started: async (database, state, isCutOff) =>
      this.#renew(await this.#kept.started(database, state, isCutOff)),
    changed: async (changes) => this.#renew(await this.#kept.changed(changes)),
  });
  readonly #patience: number;

  constructor(readonly settings: StoreSettings) {
    this.#kept = new KeptDocuments(settings, this.changes);
    this.#patience = settings.patience ?? 500;
  }

  /** The documents in memory. */
  get memory(): KeptDocuments["memory"] {
    return this.#kept.memory;
  }

  /** Where the database stands, as far as is known; null until it was asked. */
  get standing(): Standing | null {
    const { database } = this.#kept;
    return this.changes.isKnown && database !== null ? { database, newest: this.#outbox.newest } : null;
  }

  /** The document under exactly this address if it can be sent as it is: what readers nearly always get. */
  ready(url: string): StoredDocument | undefined {
    const document = this.#kept.memory.get(url);
    if (!document) return undefined;
    if (document.checked !== this.changes.version && !this.#kept.isFresh(document)) return undefined;
    this.counts.hits += 1;
    return document;
  }

  /**
   * What a reader of this page gets, in the turn of `client`. Rejects where there is no document and none can be made,
   * with TooBusy where too many wait, and with the reason of `gone` once that is aborted: what only clients wait for
   * that have gone is not made.
   */
  async serve({ path }: Pick<Page, "path">, client = ownWork, gone?: AbortSignal): Promise<Served> {
    const kept = this.ready(path) ?? (await this.#kept.find(path));
    if (kept && this.#kept.isFresh(kept)) return { document: kept };
    const missing = this.#missing.get(path);
    if (missing?.rendered.isLarge) return missing;
    // Anything that is published may be what was missing.
    if (missing && this.changes.isKnown && missing.position === this.changes.position) return missing;
    if (!kept) return this.#newest(path, client, gone);
    return this.#newer(path, kept, client, gone);
  }

  /** Looks at a file again that was found large: it is not there any more, or elsewhere. */
  forgetLarge(path: string): void {
    if (this.#missing.peek(path)?.rendered.isLarge) this.#missing.delete(path);
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
    await Promise.all([this.#rendering.ended(), this.#renderingFiles.ended()]);
    await this.#kept.written();
  }

  /** The newer document if it is made soon, else the older one that is at hand, if it may still be shown. */
  async #newer(
    path: string,
    older: StoredDocument,
    client: string,
    gone: AbortSignal | undefined,
  ): Promise<Served> {
    if (this.#failed.has(path)) return this.#older(older);
    const newer = this.#newest(path, client, gone);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, this.#patience, null)));
    try {
      const served = await Promise.race([newer, late]);
      if (served) return served;
    } catch (error) {
      if (!this.#kept.mayShow(older)) throw error;
    } finally {
      clearTimeout(timer);
      newer.catch(() => undefined);
    }
    return this.#kept.mayShow(older) ? this.#older(older) : newer;
  }

  #older(document: StoredDocument): Served {
    this.counts.stale += 1;
    return { document };
  }

  /** Renders a page as it is now: a render that began before a change is waited for, and followed by another. */
  async #newest(path: string, client: string, gone?: AbortSignal): Promise<Served> {
    const { position } = this.changes;
    for (let attempt = 0; ; attempt += 1) {
      const served = await this.#render(path, client, gone);
      if (positionOf(served) >= position || attempt === 2) return served;
      if ("document" in served && this.#kept.isFresh(served.document)) return served;
    }
  }

  /** Renders a page, once for however many wait for it. */
  #render(path: string, client: string, gone: AbortSignal | undefined): Promise<Served> {
    const work = isFilePath(path) ? this.#renderingFiles : this.#rendering;
    return work.do(path, client, (abandoned) => this.#make(path, abandoned), gone);
  }

  async #make(path: string, abandoned: AbortSignal): Promise<Served> {
    const began = performance.now();
    this.counts.renders += 1;
    try {
      // Something may be removed while a page that shows it renders; a second time is seldom needed.
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const { position } = this.changes;
        const rendered = await this.settings.render(path, abandoned);
        if (!this.changes.mayShow({ shows: rendered.shows, position })) continue;
        this.#failed.delete(path);
        return rendered.status === 200 && !rendered.isLarge && isWorthKeeping(rendered.shows)
          ? await this.#keep(path, rendered, position)
          : this.#passOn(path, rendered, position);
      }
      throw new Error(`${path} changes faster than it renders`);
    } catch (error) {
      // That it was given up says nothing of the page.
      if (abandoned.aborted) throw error;
      this.counts.failures += 1;
      this.#failed.set(path, true);
      throw error;
    } finally {
      this.counts.renderSeconds += (performance.now() - began) / 1000;
    }
  }

  async #keep(path: string, rendered: RenderedPage, position: number): Promise<Served> {
    const { build } = this.settings;
    const about = { path, shows: rendered.shows, build, position, database: this.#kept.database ?? "" };
    const document = await documentOf(rendered, about);
    this.#missing.delete(path);
    this.#kept.keep(document);
    return { document };
  }

  /**
   * Forgets the document there was, and remembers for a moment that there is none: no such page, or an empty one; and for
   * longer that a file is large.
   */
  #passOn(path: string, rendered: Rendered, position: number): Served {
    this.#kept.drop(path);
    if (rendered.isLarge) this.#missing.set(path, { rendered, position }, { ttl: largeFor });
    else if (rendered.status === 404 || rendered.status === 200)
      this.#missing.set(path, { rendered, position });
    return { rendered, position };
  }

  /** Makes anew what readers had lately; all else is made when it is next asked for. */
  #renew(paths: readonly string[]): void {
    this.#renewals.add(paths.slice(0, renewalLimit));
  }

  async #renewOne(path: string): Promise<void> {
    const document = this.#kept.memory.peek(path);
    if (!document || !this.#kept.isFresh(document)) await this.#newest(path, ownWork);
  }
}

/** The outbox position that an answer shows. */
const positionOf = (served: Served) => ("document" in served ? served.document.position : served.position);
