/**
 * The press: keeps public pages as finished documents, in memory and on disk, and makes them anew when what they
 * show has changed. It asks for a page at most once at a time, serves an older document rather than none, and never
 * one that shows what was removed.
 */
import { changesAfter, databaseIdentity, lastChanges, newestChange } from "@/lib/database/outbox";
import { turns } from "@/lib/turns";
import { Absences } from "./absences";
import type { Address } from "@/server/http/address";
import { Changes } from "./changes";
import type { Rendered } from "@/server/next/pages";
import { documentOf, type PressDocument } from "./press-document";
import type { PressCounts, PressSettings, Served } from "./press-settings";
import { Renewals } from "./renewals";
import { Shelf } from "./shelf";

type Page = Extract<Address, { is: "document" }>;

const MB = 1024 * 1024;
// After a failed render readers get the older document at once for a while, instead of waiting for the next failure.
const restsAfterFailure = 2000;
const renewsAtOnce = 200;

export class Press {
  readonly counts: PressCounts = { hits: 0, stale: 0, renders: 0, failures: 0, renderSeconds: 0 };
  readonly shelf: Shelf;
  readonly changes = new Changes();
  readonly #rendering = new Map<string, Promise<Served>>();
  readonly #absences = new Absences();
  readonly #rested = new Map<string, number>();
  readonly #inTurn = turns(4, 400);
  readonly #renewals = new Renewals((page) => this.#renewOne(page));
  readonly #patience: number;
  /** Names the database, once it has answered: documents of another's pages are none of ours. */
  #origin: string | null = null;
  #catchingUp: Promise<void> | null = null;

  constructor(readonly settings: PressSettings) {
    this.shelf = new Shelf(settings.memory ?? 128 * MB);
    this.#patience = settings.patience ?? 500;
  }

  /** The document under exactly this address if it can be sent as it is: what readers nearly always get. */
  ready(url: string): PressDocument | undefined {
    const document = this.shelf.get(url);
    if (!document || !this.#isFresh(document)) return undefined;
    // To put each of a burst of readers in order would cost more than it tells.
    if (this.counts.hits++ % 64 === 0) this.shelf.touch(url);
    return document;
  }

  /** What a reader of this page gets. Rejects where there is no document and none can be made. */
  async serve(page: Page): Promise<Served> {
    const kept = this.ready(page.path) ?? (await this.#fetch(page));
    if (kept && this.#isFresh(kept)) return { document: kept };
    const absence = this.#absences.get(page.path);
    if (absence && this.changes.isFresh(absence.dossier, absence.mark)) return absence;
    if (!kept) return this.#newest(page);
    return this.#newer(page, kept);
  }

  /** The newer document if it is made soon, else the older one that is at hand, if it may still be shown. */
  async #newer(page: Page, older: PressDocument): Promise<Served> {
    if ((this.#rested.get(page.path) ?? 0) > Date.now()) return this.#older(older);
    const newer = this.#newest(page);
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

  #older(document: PressDocument): Served {
    this.counts.stale += 1;
    return { document };
  }

  /** Resolves when the documents that the last changes made stale have been made anew, as far as that can be. */
  renewed(): Promise<void> {
    return this.#renewals.done();
  }

  /** Makes nothing anew any more, and waits for what is being made. */
  async end(): Promise<void> {
    this.#renewals.clear();
    await Promise.allSettled(this.#rendering.values());
  }

  /** From disk, where it may be shown. */
  async #fetch(page: Page): Promise<PressDocument | undefined> {
    const loaded = this.shelf.get(page.path) ?? (await this.settings.disk.load(page));
    // Another reader's render may have ended meanwhile.
    const kept = this.shelf.get(page.path) ?? loaded;
    if (!kept) return undefined;
    if (!this.#mayShow(kept)) {
      this.#discard(page);
      return undefined;
    }
    if (!this.shelf.get(page.path)) this.shelf.put(kept);
    return kept;
  }

  /** Renders a page as it is now: a render that began before a change is waited for, and followed by another. */
  async #newest(page: Page): Promise<Served> {
    const { mark } = this.changes;
    for (let attempt = 0; ; attempt += 1) {
      const served = await this.#render(page);
      if (markOf(served) >= mark || attempt === 2) return served;
    }
  }

  /** Renders a page, once for however many wait for it. */
  #render(page: Page): Promise<Served> {
    const under = this.#rendering.get(page.path);
    if (under) return under;
    const begun = this.#inTurn(() => this.#make(page)).finally(() => this.#rendering.delete(page.path));
    this.#rendering.set(page.path, begun);
    return begun;
  }

  async #make(page: Page): Promise<Served> {
    const began = performance.now();
    this.counts.renders += 1;
    try {
      // Something may be removed while a page that shows it renders; a second time is seldom needed.
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const { mark } = this.changes;
        const rendered = await this.settings.render(page.path);
        if (!this.changes.mayShow(page.dossier, mark)) continue;
        this.#rested.delete(page.path);
        if (rendered.status !== 200) return this.#keepAbsence(page, rendered, mark);
        const { build } = this.settings;
        const document = await documentOf(rendered, { ...page, build, mark, origin: this.#origin ?? "" });
        this.#keep(document);
        return { document };
      }
      throw new Error(`${page.path} changes faster than it renders`);
    } catch (error) {
      this.counts.failures += 1;
      if (this.#rested.size > 10_000) this.#rested.clear();
      this.#rested.set(page.path, Date.now() + restsAfterFailure);
      throw error;
    } finally {
      this.counts.renderSeconds += (performance.now() - began) / 1000;
    }
  }

  #keep(document: PressDocument): void {
    if (!this.#mayShow(document)) return;
    this.#absences.drop(document.path);
    this.shelf.put(document);
    this.settings.disk
      // What was removed while the file was being written must not stay there.
      .save(document, () => this.#mayShow(document))
      .catch((error: unknown) =>
        this.settings.log.warn({ err: error, path: document.path }, "document not kept on disk"),
      );
  }

  /** Remembers for a moment that there is no such page, and forgets the document there was. */
  #keepAbsence(page: Page, rendered: Rendered, mark: number): Served {
    this.#discard(page);
    if (rendered.status === 404) this.#absences.put(page.path, { rendered, mark, dossier: page.dossier });
    return { rendered, mark };
  }

  #discard(page: { path: string; dossier: string | null }): void {
    this.shelf.drop(page.path);
    this.settings.disk
      .drop(page)
      .catch((error: unknown) => this.settings.log.warn({ err: error }, "document not dropped"));
  }

  #isFresh({ dossier, mark, build, origin }: PressDocument): boolean {
    return build === this.settings.build && origin === this.#origin && this.changes.isFresh(dossier, mark);
  }

  #mayShow({ dossier, mark, origin }: PressDocument): boolean {
    return (this.#origin === null || origin === this.#origin) && this.changes.mayShow(dossier, mark);
  }

  /**
   * Takes in what was published since. Resolves when every change that was committed before the call is known, and
   * rejects where the database does not say.
   */
  async catchUp(): Promise<void> {
    // A reading that is under way may have begun before the caller's own change was committed.
    if (this.#catchingUp) await this.#catchingUp.catch(() => undefined);
    this.#catchingUp ??= this.#readOutbox().finally(() => (this.#catchingUp = null));
    return this.#catchingUp;
  }

  async #readOutbox(): Promise<void> {
    const { changes } = this;
    // A database that was brought back to an earlier state counts from there again.
    if (changes.knows && (await newestChange()) < changes.mark) changes.forget();
    if (!changes.knows) {
      const [origin, state] = await Promise.all([databaseIdentity(), lastChanges()]);
      this.#origin = origin;
      changes.begin(state);
      this.#renew();
      return;
    }
    for (let more = true; more;) {
      const found = await changesAfter(changes.mark);
      for (const change of found) changes.learn(change);
      const removals = found.filter(({ action }) => action === "unpublish");
      if (removals.some(({ everywhere }) => everywhere)) await this.#clear("all");
      else if (removals.length > 0) await this.#clear(new Set(removals.flatMap(({ dossiers }) => dossiers)));
      if (found.length > 0) this.#renew();
      more = found.length === 500;
    }
  }

  /** Throws away, from memory and disk, every document that could show what was removed from these dossiers. */
  async #clear(dossiers: ReadonlySet<string> | "all"): Promise<void> {
    for (const document of [...this.shelf.documents()])
      if (!this.#mayShow(document)) {
        this.shelf.drop(document.path);
        this.#renewals.add(document);
      }
    const shelves = dossiers === "all" ? await this.settings.disk.dossiers() : dossiers;
    await Promise.all(
      [null, ...shelves].map((dossier) =>
        this.settings.disk
          .dropAll(dossier)
          .catch((error: unknown) =>
            this.settings.log.warn({ err: error, dossier }, "documents not dropped"),
          ),
      ),
    );
  }

  /** Makes anew what readers had lately; the rest is made when it is next asked for. */
  #renew(): void {
    let most = renewsAtOnce;
    for (const document of this.shelf.documents()) {
      if (most === 0) return;
      if (this.#isFresh(document)) continue;
      this.#renewals.add(document);
      most -= 1;
    }
  }

  async #renewOne({ path, dossier }: { path: string; dossier: string | null }): Promise<void> {
    const document = this.shelf.get(path);
    if (!document || !this.#isFresh(document)) await this.#render({ is: "document", path, dossier });
  }
}

/** The newest change that an answer shows. */
const markOf = (served: Served) => ("document" in served ? served.document.mark : served.mark);
