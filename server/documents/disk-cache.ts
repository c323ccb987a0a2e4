/**
 * Documents on disk, so that a restart with the database down still serves them. One file a document, named by a hash,
 * written beside its place and renamed, so that each is whole or not there. How many there are is bounded by their
 * number and their bytes, and those go first that were used least lately.
 */
import { readFile, rm } from "node:fs/promises";
import { DiskIndex, type Indexed } from "./disk-index";
import { fileOf, filesIn, replaceFile } from "./disk-files";
import { DiskRemovals, type KnownChange, type Removal } from "./disk-removals";
import { fromFile, toFile } from "./document-file";
import { removeEarlierLayouts } from "./earlier-layout";
import type { StoredDocument } from "./stored-document";
import { turnsByKey } from "./turns-by-key";

export interface DiskCache {
  /** Keeps a document, unless `stays` says, once it is written, that it must not stay. */
  save(document: StoredDocument, stays?: () => boolean): Promise<void>;
  /** Null where there is none, none that is whole, one that shows what was removed, or what was cannot be read. */
  load(path: string): Promise<StoredDocument | null>;
  drop(path: string): Promise<void>;
  /** Notes removals that were not known yet, and throws away every document that shows what was removed. */
  removed(removals: readonly Removal[]): Promise<void>;
  /** Notes the newest change that is known. */
  known(change: KnownChange): Promise<void>;
  /** The newest change that any process noted of a database, null for none. Rejects where the notes cannot be read. */
  newest(database: string): Promise<KnownChange | null>;
  /** Throws everything away, whichever process wrote it, and then what was noted. */
  clear(): Promise<void>;
  /** The documents on disk of which this holds, as far as they are known yet. */
  where(holds: (file: Indexed) => boolean): Promise<string[]>;
  /** How much there is, as far as it is known yet. */
  readonly size: { documents: number; bytes: number };
}

const GB = 1024 * 1024 * 1024;

interface DiskSettings {
  /** How many documents are kept. */
  limit?: number;
  /** How many bytes they may take. */
  room?: number;
  /** Is told of each document that has to make room for others. */
  evicted?(path: string): void;
}

/** Opens a folder of documents, which several servers may share. */
export function diskCache(
  root: string,
  { limit = 100_000, room = GB, evicted }: DiskSettings = {},
): DiskCache {
  // What is done to one file is done in turn, so that an older document never ends up over a newer one.
  const inTurn = turnsByKey();
  // Unless it was saved again by then.
  const remove = (path: string) => {
    gone?.add(path);
    return inTurn(path, async () => {
      if (!index.has(path)) await rm(fileOf(root, path), { force: true });
    });
  };
  const index: DiskIndex = new DiskIndex({ limit, room }, (path) => {
    evicted?.(path);
    remove(path).catch(() => undefined);
  });
  const removals = new DiskRemovals(root);
  let looking: Promise<void> | undefined;
  /** What had to go since this process began to look: it may have seen the file before. */
  let gone: Set<string> | undefined;

  /** Learns what is there already, beside all else. Nothing waits for it: documents are judged when they are loaded. */
  async function look(): Promise<void> {
    await removeEarlierLayouts(root);
    await removals.begun();
    gone = new Set();
    for (const { head, bytes } of await filesIn(root)) {
      if (removals.concerns(head)) await drop(head.path);
      else if (!gone.has(head.path)) index.found(head.path, { ...about(head), bytes });
    }
    gone = undefined;
  }

  function drop(path: string): Promise<void> {
    index.delete(path);
    return remove(path);
  }

  return {
    async save(document, stays = () => true) {
      looking ??= look().catch(() => (looking = undefined));
      const bytes = toFile(document);
      const { path } = document;
      await inTurn(path, async () => {
        await replaceFile(fileOf(root, path), bytes);
        index.set(path, { ...about(document), bytes: bytes.length });
        if (stays() && index.has(path)) return;
        index.delete(path);
        await rm(fileOf(root, path), { force: true });
      });
    },
    async load(path) {
      const isJudged = await removals.begun().then(
        () => true,
        () => false,
      );
      if (!isJudged) return null;
      const bytes = await readFile(fileOf(root, path)).catch(() => null);
      const document = bytes && fromFile(bytes);
      if (!document || document.path !== path) return null;
      if (removals.concerns(document)) {
        await drop(path).catch(() => undefined);
        return null;
      }
      index.found(path, { ...about(document), bytes: bytes.length });
      index.touch(path);
      return document;
    },
    drop,
    async removed(found) {
      // What cannot be noted, on a disk that is full, can still be thrown away.
      const [noted] = await Promise.allSettled([removals.note(found)]);
      const concerned = await index.where((file) => removals.concerns(file));
      await Promise.all(concerned.map(drop));
      if (noted.status === "rejected") throw noted.reason;
    },
    known: (change) => removals.note([change]),
    async newest(database) {
      await removals.begun();
      return removals.newest(database);
    },
    async clear() {
      const indexed = await index.where(() => true);
      const found = await filesIn(root);
      for (const path of [...indexed, ...found.map(({ head }) => head.path)]) await drop(path);
      await removals.clear();
    },
    where: (holds) => index.where(holds),
    get size() {
      return index.size;
    },
  };
}

const about = ({ shows, position, database }: Omit<Indexed, "bytes">) => ({ shows, position, database });
