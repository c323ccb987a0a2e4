/**
 * What was removed, and the newest change that was known, noted beside the documents on disk: a process that begins
 * while the database is away knows from it what must not be shown, also of documents that another process wrote last;
 * and one that begins with a database that was brought back to an earlier state, that it was.
 */
import { z } from "zod";
import { NoteFiles } from "./note-files";
import { type ShownTags, tagsFromText, tagsToText } from "./shown-tags";
import { TagPositions } from "./tag-positions";

/** One removal: nothing of this database that has one of the tags may be shown as it was before the position. */
export interface Removal {
  database: string;
  position: number;
  /** Null stands for everything. */
  tags: ShownTags | null;
}

/** A change of a database, by its position and its time. */
export interface KnownChange {
  database: string;
  position: number;
  at: string;
}

type Note = Removal | KnownChange;

/** What a document on disk is judged by. */
interface Judged {
  database: string;
  position: number;
  shows: ShownTags;
}

const about = { database: z.string(), position: z.number().int().nonnegative() };
const noteFrom = z.union([
  z.object({ ...about, at: z.string() }),
  z.object({ ...about, tags: z.string().transform(tagsFromText).nullable() }),
]);

export class DiskRemovals {
  readonly #by = new Map<string, TagPositions>();
  readonly #newest = new Map<string, KnownChange>();
  readonly #files: NoteFiles;
  #begun: Promise<void> | null = null;

  /** Notes in files of this folder, of which none grows far beyond `longest` bytes. */
  constructor(root: string, longest?: number) {
    this.#files = new NoteFiles(root, "removals", shortened, longest);
  }

  /** Has to resolve before a document is judged: reads what was noted. Rejects where that cannot be read, until it can. */
  begun(): Promise<void> {
    return (this.#begun ??= this.#begin().catch((error: unknown) => {
      this.#begun = null;
      throw error;
    }));
  }

  /** Whether a document shows what was removed, as far as was noted. */
  concerns({ database, position, shows }: Judged): boolean {
    return this.#by.get(database)?.touchedAfter(shows, position) ?? false;
  }

  /** The newest change that any process knew of this database. */
  newest(database: string): KnownChange | null {
    return this.#newest.get(database) ?? null;
  }

  /** Adds what was not known. */
  async note(notes: readonly Note[]): Promise<void> {
    // What cannot be read leaves nothing known, and more is noted than need be.
    await this.begun().catch(() => undefined);
    const unknown = notes.filter((one) => !this.#knows(one));
    if (unknown.length === 0) return;
    for (const one of unknown) this.#take(one);
    await this.#files.append(unknown.map(toLine));
  }

  /** Forgets everything, on disk too. */
  async clear(): Promise<void> {
    await this.#files.clear();
    this.#by.clear();
    this.#newest.clear();
  }

  #knows(note: Note): boolean {
    const { database, position } = note;
    if ("at" in note) return (this.#newest.get(database)?.position ?? -1) >= position;
    return this.#by.get(database)?.isTouched(note.tags, position) ?? false;
  }

  #take(note: Note): void {
    const { database, position } = note;
    if ("at" in note) {
      if (!this.#knows(note)) this.#newest.set(database, note);
      return;
    }
    const positions = this.#by.get(database) ?? new TagPositions();
    this.#by.set(database, positions);
    if (note.tags === null) positions.raiseFloor(position);
    else positions.raise(note.tags, position);
  }

  async #begin(): Promise<void> {
    for (const note of (await this.#files.read()).flatMap(fromLine)) this.#take(note);
    // Nothing waits for it. What is not taken over now is at a later start.
    this.#files.takeOver().catch(() => undefined);
  }
}

/** The newer half of the notes as they are; of the older half up to where it reached, as if all had been removed. */
function shortened(lines: readonly string[]): string[] {
  const notes = lines.flatMap(fromLine);
  const half = Math.ceil(notes.length / 2);
  const reached = new Map<string, Note>();
  for (const note of notes.slice(0, half)) {
    const key = `${"at" in note ? "known" : "removed"} ${note.database}`;
    const before = reached.get(key);
    if (before && before.position >= note.position) continue;
    reached.set(key, "at" in note ? note : { ...note, tags: null });
  }
  return [...reached.values(), ...notes.slice(half)].map(toLine);
}

const toLine = (note: Note) =>
  JSON.stringify("at" in note ? note : { ...note, tags: note.tags && tagsToText(note.tags) });

function fromLine(text: string): Note[] {
  try {
    const { data } = noteFrom.safeParse(JSON.parse(text));
    return data ? [data] : [];
  } catch {
    // A line of a process that was killed while it wrote.
    return [];
  }
}
