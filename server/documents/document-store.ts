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
import type { Place } from "./disk-files";
import { KeptDocuments } from "./kept-documents";
import { OutboxReader } from "./outbox-reader";
import { Renewals } from "./renewals";
import type { Served, StoreCounts, StoreSettings } from "./store-settings";
import { documentOf, type StoredDocument } from "./stored-document";

type Page = Extract<Address, { is: "document" }>;

/** That an address had no page, as of a position of the outbox. */
interface MissingPage {
  rendered: Rendered;
  dossier: string | null;
  position: number;
}

/** After a failed render readers get the older document at once for so long, in milliseconds. */
const retryDelay = 2000;
/** How many documents are made anew after a change without being asked for. */
const renewalLimit = 200;
/** In whose turn documents are made anew without being asked for. */
const ownWork = "";

export class DocumentStore {
  readonly counts: StoreCounts = { hits: 0, stale: 0, renders: 0, failures: 0, renderSeconds: 0 };
  readonly changes = new Changes();
  readonly #kept: KeptDocuments;
  readonly #missing = new LRUCache<string, MissingPage>({ max: 1000, ttl: 10_000 });
  readonly #failed = new LRUCache<string, true>({ max: 10_000, ttl: retryDelay });
  /** Each page is rendered once for however many wait for it, and turns go round the clients that wait. */
  readonly #rendering = new SharedWork<Served>(
    new FairQueue({ atOnce: 4, waiting: 400, waitingPerClient: 100 }),
  );
  readonly #renewals = new Renewals((page) => this.#renewOne(page));
  readonly #outbox = new OutboxReader(this.changes, {
    started: (database) => {
      this.#kept.database = database;
      this.#renew();
    },
    removed: (dossiers) => this.#kept.clear(dossiers, (document) => this.#renewals.add(document)),
    changed: () => this.#renew(),
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

  /** The document under exactly this address if it can be sent as it is: what readers nearly always get. */
  ready(url: string): StoredDocument | undefined {
    const document = this.#kept.memory.get(url);
    if (!document || !this.#kept.isFresh(document)) return undefined;
    this.counts.hits += 1;
    return document;
  }

  /**
   * What a reader of this page gets, in the turn of `client`. Rejects where there is no document and none can be made,
   * with TooBusy where too many wait.
   */
  async serve(page: Page, client = ownWork): Promise<Served> {
    const kept = this.ready(page.path) ?? (await this.#kept.find(page));
    if (kept && this.#kept.isFresh(kept)) return { document: kept };
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
    await this.#kept.written();
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
  async #newest(page: Page, client: string): Promise<Served> {
    const { position } = this.changes;
    for (let attempt = 0; ; attempt += 1) {
      const served = await this.#render(page, client);
      if (positionOf(served) >= position || attempt === 2) return served;
    }
  }

  /** Renders a page, once for however many wait for it. */
  #render(page: Place, client: string): Promise<Served> {
    return this.#rendering.do(page.path, client, () => this.#make(page));
  }

  async #make(page: Place): Promise<Served> {
    const began = performance.now();
    this.counts.renders += 1;
    try {
      // Something may be removed while a page that shows it renders; a second time is seldom needed.
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const { position } = this.changes;
        const rendered = await this.settings.render(page.path);
        if (!this.changes.mayShow(page.dossier, position)) continue;
        this.#failed.delete(page.path);
        return rendered.status === 200
          ? await this.#keep(page, rendered, position)
          : this.#keepMissing(page, rendered, position);
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

  async #keep({ path, dossier }: Place, rendered: Rendered, position: number): Promise<Served> {
    const about = { build: this.settings.build, position, database: this.#kept.database ?? "" };
    const document = await documentOf(rendered, { path, dossier, ...about });
    this.#missing.delete(path);
    this.#kept.keep(document);
    return { document };
  }

  /** Remembers for a moment that there is no such page, and forgets the document there was. */
  #keepMissing(page: Place, rendered: Rendered, position: number): Served {
    this.#kept.drop(page);
    if (rendered.status === 404) this.#missing.set(page.path, { rendered, position, dossier: page.dossier });
    return { rendered, position };
  }

  /** Makes anew what readers had lately; all else is made when it is next asked for. */
  #renew(): void {
    for (const document of this.#kept.stale(renewalLimit)) this.#renewals.add(document);
  }

  async #renewOne(page: Place): Promise<void> {
    const document = this.#kept.memory.peek(page.path);
    if (!document || !this.#kept.isFresh(document)) await this.#render(page, ownWork);
  }
}

/** The outbox position that an answer shows. */
const positionOf = (served: Served) => ("document" in served ? served.document.position : served.position);
