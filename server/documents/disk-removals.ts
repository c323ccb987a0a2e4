/**
 * What was removed, noted beside the documents on disk: a process that begins while the database is away knows from it
 * what must not be shown, also of documents that another process wrote last.
 */
import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { replaceFile } from "./disk-files";
import { type ShownTags, tagsFromText, tagsToText } from "./shown-tags";
import { TagPositions } from "./tag-positions";

/** One removal: nothing of this database that has one of the tags may be shown as it was before the position. */
export interface Removal {
  database: string;
  position: number;
  /** Null stands for everything. */
  tags: ShownTags | null;
}

/** What a document on disk is judged by. */
interface Judged {
  database: string;
  position: number;
  shows: ShownTags;
}

const line = z.object({
  database: z.string(),
  position: z.number().int().nonnegative(),
  tags: z.string().transform(tagsFromText).nullable(),
});

/** The notes are cut to the newer half above this size, in bytes. */
const longest = 1024 * 1024;

export class DiskRemovals {
  readonly #by = new Map<string, TagPositions>();
  #begun: Promise<void> | null = null;

  constructor(readonly file: string) {}

  /** Has to resolve before a document is judged: reads what was noted. */
  begun(): Promise<void> {
    return (this.#begun ??= this.#begin());
  }

  /** Whether a document shows what was removed, as far as was noted. */
  concerns({ database, position, shows }: Judged): boolean {
    return this.#by.get(database)?.touchedAfter(shows, position) ?? false;
  }

  /** Notes those that were not known. */
  async note(removals: readonly Removal[]): Promise<void> {
    await this.begun();
    const unknown = removals.filter((one) => !this.#knows(one));
    if (unknown.length === 0) return;
    for (const removal of unknown) this.#take(removal);
    await mkdir(dirname(this.file), { recursive: true });
    await appendFile(this.file, unknown.map(toLine).join(""));
  }

  #knows({ database, position, tags }: Removal): boolean {
    return this.#by.get(database)?.isTouched(tags, position) ?? false;
  }

  #take({ database, position, tags }: Removal): void {
    const positions = this.#by.get(database) ?? new TagPositions();
    this.#by.set(database, positions);
    if (tags === null) positions.raiseFloor(position);
    else positions.raise(tags, position);
  }

  async #begin(): Promise<void> {
    const text = await readFile(this.file, "utf8").catch(() => "");
    const noted = text.split("\n").flatMap((one) => fromLine(one) ?? []);
    for (const removal of noted) this.#take(removal);
    if (text.length <= longest) return;
    const newer = noted.slice(Math.ceil(noted.length / 2));
    // Of the older half only up to where it reached.
    const floors = [...this.#by.keys()].map((database) => {
      const older = noted.slice(0, noted.length - newer.length).filter((one) => one.database === database);
      return { database, position: Math.max(0, ...older.map(({ position }) => position)), tags: null };
    });
    await replaceFile(this.file, Buffer.from([...floors, ...newer].map(toLine).join("")));
  }
}

const toLine = ({ tags, ...about }: Removal) =>
  `${JSON.stringify({ ...about, tags: tags && tagsToText(tags) })}\n`;

function fromLine(text: string): Removal | null {
  try {
    return line.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // The last line of a process that was killed while it wrote.
    return null;
  }
}
