/**
 * Documents on disk, so that a restart with the database down still serves them. One file a document, in a folder a
 * dossier. Both are named by hashes: no slug or address, wherever it came from, says where anything is written or
 * removed. Files are written beside and renamed, so that each is whole or not there.
 */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { DiskFiles, type Place } from "./disk-files";
import { fromFile, toFile } from "./document-file";
import type { StoredDocument } from "./stored-document";
import { turnsByKey } from "./turns-by-key";

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

/** Opens a folder of documents, which several servers may share; `limit` is how many it keeps. */
export function diskCache(root: string, { limit = 20_000 } = {}): DiskCache {
  const files = new DiskFiles(root, limit);
  // What is done to one file is done in turn, so that an older document never ends up over a newer one.
  const inTurn = turnsByKey();

  return {
    async save(document, stays = () => true) {
      await files.makeRoom();
      const file = files.fileOf(document);
      await inTurn(file, async () => {
        await mkdir(files.folderOf(document.dossier), { recursive: true });
        await replace(file, toFile(document));
        files.written();
        if (!stays()) await rm(file, { force: true });
      });
    },
    async load(at) {
      const bytes = await readFile(files.fileOf(at)).catch(() => null);
      const document = bytes && fromFile(bytes);
      return document && document.path === at.path && document.dossier === at.dossier ? document : null;
    },
    async drop(at) {
      const file = files.fileOf(at);
      await inTurn(file, () => rm(file, { force: true }));
    },
    dropAll: (dossier) => removeFolder(files.folderOf(dossier)),
    async clear() {
      await Promise.all((await files.folders()).map(removeFolder));
    },
  };
}

// A document that is just being written there may fill the folder again.
const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5 });

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
