/**
 * Pages as files that nginx serves by itself, also while no instance runs. They lie in a folder for each build, by their
 * addresses; a link says which build's is served. A page that is out of date is removed here before anything else learns
 * of the change. Every start begins with none: what a proxy still asks an instance for is written again.
 */
import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { bodyOf, type StoredDocument } from "./stored-document";
import { turnsByKey } from "./turns-by-key";

/** How often files that another process left are removed, in milliseconds; a process that runs writes its own again. */
const sweptEvery = 10 * 60 * 1000;

/** The addresses that nginx looks for as files: deploy/nginx/entente.conf has the same. */
const address = /^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?(?:\?[A-Za-z0-9=&-]+)?$/;

/** A tag that is a time. */
const timeTag = /^[0-9a-f]{1,8}$/;

export class SiteFiles {
  readonly #folder: string;
  readonly #inTurn = turnsByKey();
  readonly #own = new Set<string>();
  readonly #begun: Promise<void>;
  readonly #timer: NodeJS.Timeout;

  /** `root` is shared by all instances; `build` names what makes the pages. */
  constructor(
    readonly root: string,
    build: string,
  ) {
    this.#folder = join(root, `build-${build}`);
    this.#begun = this.#begin();
    this.#begun.catch(() => undefined);
    this.#timer = setInterval(() => void this.#sweep().catch(() => undefined), sweptEvery).unref();
  }

  /** Writes a page that is up to date, unless it is there. What is no page has no file. */
  async keep(page: StoredDocument): Promise<void> {
    const { path, bodies } = page;
    if (!timeTag.test(page.tag)) return;
    if (!address.test(path) || page.disposition || page.type !== "text/html; charset=utf-8") return;
    await this.#begun;
    await this.#inTurn(path, async () => {
      const file = this.#fileOf(path);
      const at = Number.parseInt(page.tag, 16);
      const there = await stat(file).catch(() => null);
      if (there && there.mtimeMs === at * 1000) return;
      this.#own.add(path);
      if ("gzip" in bodies) await write(`${file}.gz`, bodies.gzip, at);
      else await rm(`${file}.gz`, { force: true });
      await write(file, bodyOf(page, "identity"), at);
    });
  }

  /** Removes the pages under these addresses. */
  async remove(paths: Iterable<string>): Promise<void> {
    await this.#begun;
    await Promise.all(
      [...new Set(paths)].filter((path) => address.test(path)).map((path) => this.#removeOne(path)),
    );
  }

  /** Lets nothing be removed any more. The files stay. */
  close(): void {
    clearInterval(this.#timer);
  }

  #removeOne(path: string): Promise<void> {
    return this.#inTurn(path, async () => {
      this.#own.delete(path);
      const file = this.#fileOf(path);
      await Promise.all([file, `${file}.gz`].map((one) => rm(one, { force: true })));
    });
  }

  #fileOf(path: string): string {
    return join(this.#folder, `${path}.html`);
  }

  async #begin(): Promise<void> {
    await mkdir(this.root, { recursive: true });
    const others = await readdir(this.root);
    const away = join(this.root, `gone-${randomBytes(6).toString("hex")}`);
    await rename(this.#folder, away).catch(() => undefined);
    await mkdir(this.#folder, { recursive: true });
    const link = join(this.root, `link-${randomBytes(6).toString("hex")}`);
    await symlink(basename(this.#folder), link);
    await rename(link, join(this.root, "current"));
    for (const name of [away, ...others.map((one) => join(this.root, one))])
      if (name !== this.#folder && !name.endsWith("current"))
        await rm(name, { recursive: true, force: true, maxRetries: 5 });
  }

  async #sweep(): Promise<void> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
      const path = join(entry.parentPath, entry.name).slice(this.#folder.length, -".html".length);
      if (!this.#own.has(path)) await this.#removeOne(path);
    }
  }
}

/** Writes a file beside and renames it, with its time: nginx makes its entity tag of time and length. */
async function write(file: string, bytes: Buffer, at: number): Promise<void> {
  const beside = `${file}.${randomBytes(6).toString("hex")}.part`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(beside, bytes);
  await utimes(beside, at, at);
  await rename(beside, file);
}
