/** The files of a disk cache: where each document lies, how many there are, and which go when there are too many. */
import { createHash } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { removeEarlierLayout } from "./earlier-layout";
import type { StoredDocument } from "./stored-document";

/** What a document is kept under. */
export type Place = Pick<StoredDocument, "path" | "dossier">;

/** After this many milliseconds nothing writes on a file that is not whole yet. */
const abandonedAfter = 60 * 60 * 1000;

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

// The underscore keeps these names apart from those of the layout before, which began with a letter or a digit.
const folderName = /^_[0-9a-f]{32}$/;
const fileName = /^[0-9a-f]{32}$/;

export class DiskFiles {
  /** How many files there are: counted once, and kept from then on. */
  #counted: Promise<void> | null = null;
  #count = 0;

  constructor(
    readonly root: string,
    readonly limit: number,
  ) {}

  /** The folder of a dossier's documents, with null that of the whole site. */
  folderOf(dossier: string | null): string {
    return join(this.root, `_${hash(dossier === null ? "site" : `dossier ${dossier}`)}`);
  }

  fileOf({ path, dossier }: Place): string {
    return join(this.folderOf(dossier), hash(path));
  }

  /** The folders of all dossiers and of the whole site. */
  async folders(): Promise<string[]> {
    const entries = await readdir(this.root, { withFileTypes: true }).catch(() => []);
    const own = entries.filter((entry) => entry.isDirectory() && folderName.test(entry.name));
    return own.map(({ name }) => join(this.root, name));
  }

  /** Has to resolve before a file is written: makes room where there are too many. */
  async makeRoom(): Promise<void> {
    this.#counted ??= this.#begin();
    try {
      await this.#counted;
    } catch (error) {
      // What failed once is tried again by the next.
      this.#counted = null;
      throw error;
    }
    if (this.#count >= this.limit) await this.#thin();
  }

  /** Says that a file was written. */
  written(): void {
    this.#count += 1;
  }

  async #named(like: RegExp): Promise<string[]> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(() => []);
    const found = entries.filter((entry) => entry.isFile() && like.test(entry.name));
    return found.map((entry) => join(entry.parentPath, entry.name));
  }

  /** Counts what is there, and sweeps up what an earlier version or a killed process left. */
  async #begin(): Promise<void> {
    await removeEarlierLayout(this.root);
    for (const part of await this.#named(/\.part$/)) {
      const about = await stat(part).catch(() => null);
      if (about && Date.now() - about.mtimeMs > abandonedAfter) await rm(part, { force: true });
    }
    this.#count = (await this.#named(fileName)).length;
  }

  /** Throws away the older half once there are too many: rare, and cheaper than an order kept at every write. */
  async #thin(): Promise<void> {
    const aged: { file: string; at: number }[] = [];
    for (const file of await this.#named(fileName))
      aged.push({ file, at: (await stat(file).catch(() => null))?.mtimeMs ?? 0 });
    this.#count = aged.length;
    // Documents that were written again were counted twice.
    if (aged.length < this.limit) return;
    const old = aged.sort((a, b) => a.at - b.at).slice(0, Math.ceil(aged.length / 2));
    for (const { file } of old) await rm(file, { force: true });
    this.#count = aged.length - old.length;
  }
}
