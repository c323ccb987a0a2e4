/**
 * Documents on disk, so that a restart with the database down still serves them. One file a document, in a folder a
 * dossier. Both are named by hashes: no slug or address, wherever it came from, says where anything is written or
 * removed. Files are written beside and renamed, so that each is whole or not there.
 */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fromFile, toFile } from "./document-file";
import { removeEarlierLayout } from "./earlier-layout";
import type { StoredDocument } from "./stored-document";

type Place = Pick<StoredDocument, "path" | "dossier">;

export interface DiskCache {
  /** Keeps a document, unless `stays` says, once it is written, that it must not stay. */
  save(document: StoredDocument, stays?: () => boolean): Promise<void>;
  /** Null where there is none, or none that is whole. */
  load(at: Place): Promise<StoredDocument | null>;
  drop(at: Place): Promise<void>;
  /** Throws away every document of a dossier, or with null those of the whole site. */
  dropAll(dossier: string | null): Promise<void>;
  /** Throws away every document. */
  clear(): Promise<void>;
}

/** After this many milliseconds nothing writes on a file that is not whole yet. */
const abandonedAfter = 60 * 60 * 1000;

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

// The underscore keeps these names apart from those of the layout before, which began with a letter or a digit.
const folderName = /^_[0-9a-f]{32}$/;
const fileName = /^[0-9a-f]{32}$/;

/** Opens a folder of documents, which several servers may share; `limit` is how many it keeps. */
export function diskCache(root: string, { limit = 20_000 } = {}): DiskCache {
  /** How many files there are: counted once, and kept from then on. */
  let counted: Promise<void> | null = null;
  let kept = 0;
  // What is done to one file is done in turn, so that an older document never ends up over a newer one.
  const queues = new Map<string, Promise<unknown>>();

  function inTurn<T>(file: string, work: () => Promise<T>): Promise<T> {
    const done = (queues.get(file) ?? Promise.resolve()).then(work, work);
    queues.set(file, done);
    const forget = () => void (queues.get(file) === done && queues.delete(file));
    done.then(forget, forget);
    return done;
  }

  const folderOf = (dossier: string | null) =>
    join(root, `_${hash(dossier === null ? "site" : `dossier ${dossier}`)}`);
  const fileOf = ({ path, dossier }: Place) => join(folderOf(dossier), hash(path));

  async function filesNamed(like: RegExp): Promise<string[]> {
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    const found = entries.filter((entry) => entry.isFile() && like.test(entry.name));
    return found.map((entry) => join(entry.parentPath, entry.name));
  }

  /** Counts what is there, and sweeps up what an earlier version or a killed process left. */
  async function count(): Promise<void> {
    await removeEarlierLayout(root);
    for (const part of await filesNamed(/\.part$/)) {
      const about = await stat(part).catch(() => null);
      if (about && Date.now() - about.mtimeMs > abandonedAfter) await rm(part, { force: true });
    }
    kept = (await filesNamed(fileName)).length;
  }

  /** Throws away the older half once there are too many: rare, and cheaper than an order kept at every write. */
  async function thin(): Promise<void> {
    const aged: { file: string; at: number }[] = [];
    for (const file of await filesNamed(fileName))
      aged.push({ file, at: (await stat(file).catch(() => null))?.mtimeMs ?? 0 });
    kept = aged.length;
    // Documents that were written again were counted twice.
    if (aged.length < limit) return;
    const old = aged.sort((a, b) => a.at - b.at).slice(0, Math.ceil(aged.length / 2));
    for (const { file } of old) await rm(file, { force: true });
    kept = aged.length - old.length;
  }

  // A document that is just being written there may fill the folder again.
  const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5 });

  return {
    async save(document, stays = () => true) {
      await (counted ??= count());
      if (kept >= limit) await thin();
      const file = fileOf(document);
      await inTurn(file, async () => {
        await mkdir(folderOf(document.dossier), { recursive: true });
        await replace(file, toFile(document));
        kept += 1;
        if (!stays()) await rm(file, { force: true });
      });
    },
    async load(at) {
      const bytes = await readFile(fileOf(at)).catch(() => null);
      const document = bytes && fromFile(bytes);
      return document && document.path === at.path && document.dossier === at.dossier ? document : null;
    },
    async drop(at) {
      const file = fileOf(at);
      await inTurn(file, () => rm(file, { force: true }));
    },
    dropAll: (dossier) => removeFolder(folderOf(dossier)),
    async clear() {
      const folders = await readdir(root, { withFileTypes: true }).catch(() => []);
      const own = folders.filter((one) => one.isDirectory() && folderName.test(one.name));
      await Promise.all(own.map(({ name }) => removeFolder(join(root, name))));
    },
  };
}

async function replace(file: string, bytes: Buffer): Promise<void> {
  const beside = `${file}.${randomBytes(6).toString("hex")}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}
