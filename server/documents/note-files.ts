/**
 * Lines that several processes note in one folder. Each writes to a file of its own, and all are read. Files that their
 * processes left are taken over: first they are renamed, so that nothing is added any more, and at a later start copied.
 */
import { randomBytes } from "node:crypto";
import { appendFile, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { replaceFile } from "./disk-files";

/** Files that nothing was added to for so long are renamed, in milliseconds. A process that still runs begins another. */
const leftAfter = 60 * 60 * 1000;
/** So long after that what was being written is written, in milliseconds. */
const settledAfter = 60 * 1000;
const left = ".left";

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";

export class NoteFiles {
  readonly #own = `-${randomBytes(6).toString("hex")}`;
  readonly #name: RegExp;
  #bytes = 0;
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * Files are called `name` and what makes it a process's own. `shorten` makes fewer lines of one's own, which say the
   * same or more, when they are longer than `longest` bytes.
   */
  constructor(
    readonly root: string,
    readonly name: string,
    readonly shorten: (lines: readonly string[]) => string[],
    readonly longest = 1024 * 1024,
  ) {
    this.#name = new RegExp(`^${name}(?:-[0-9a-f]{12})?(?:\\${left})?$`);
  }

  /** All lines. Rejects where any file cannot be read: what it says would be missed. */
  async read(): Promise<string[]> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#readAll();
      } catch (error) {
        // Another process took a file over meanwhile: its lines are in another now.
        if (!isMissing(error) || attempt === 10) throw error;
      }
    }
  }

  /** Adds lines, after those that were added before. */
  append(lines: readonly string[]): Promise<void> {
    return this.#inTurn(() => this.#append(lines));
  }

  /** Removes the files of all processes. */
  clear(): Promise<void> {
    return this.#inTurn(async () => {
      for (const name of await this.#names()) await rm(join(this.root, name), { force: true });
      this.#bytes = 0;
    });
  }

  /** Takes over what other processes left. */
  takeOver(): Promise<void> {
    return this.#inTurn(async () => {
      for (const name of await this.#names()) await this.#takeOne(name).catch(unlessMissing);
    });
  }

  async #takeOne(name: string): Promise<void> {
    const file = join(this.root, name);
    const { mtimeMs, ctimeMs } = await stat(file);
    if (!name.endsWith(left)) {
      if (file !== this.#file && Date.now() - mtimeMs > leftAfter) await rename(file, file + left);
    } else if (Date.now() - ctimeMs > settledAfter) {
      await this.#append(linesOf(await readFile(file, "utf8")));
      await rm(file, { force: true });
    }
  }

  get #file(): string {
    return join(this.root, this.name + this.#own);
  }

  async #append(lines: readonly string[]): Promise<void> {
    // A line of its own each, also after one that was cut off.
    const text = lines.map((line) => `\n${line}`).join("");
    await mkdir(this.root, { recursive: true });
    await appendFile(this.#file, text);
    this.#bytes += text.length;
    if (this.#bytes <= this.longest) return;
    const shorter = this.shorten(linesOf(await readFile(this.#file, "utf8")));
    const rewritten = shorter.map((line) => `\n${line}`).join("");
    await replaceFile(this.#file, Buffer.from(rewritten));
    this.#bytes = rewritten.length;
  }

  async #readAll(): Promise<string[]> {
    const texts: string[] = [];
    for (const name of await this.#names()) texts.push(await readFile(join(this.root, name), "utf8"));
    return texts.flatMap(linesOf);
  }

  async #names(): Promise<string[]> {
    const names = await readdir(this.root).catch((error: unknown) => (unlessMissing(error), []));
    return names.filter((name) => this.#name.test(name));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

function unlessMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}

const linesOf = (text: string) => text.split("\n").filter(Boolean);
