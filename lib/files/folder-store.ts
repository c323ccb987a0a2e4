import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isFileId } from "@/lib/domain/files";
import type { FileStore } from "./file-store";

/** Keeps files in a folder, each in the one named by the first two digits of its id. */
export function folderStore(folder: string): FileStore {
  const placeOf = (id: string) => {
    if (!isFileId(id)) throw new Error(`${id} names no file`);
    return join(folder, id.slice(0, 2), id);
  };
  return {
    async keep(id, path) {
      const place = placeOf(id);
      if (await isThere(place)) return;
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      // Its bytes first: a name that outlives a crash must not lead to half a file.
      await flush(path);
      await rename(path, place);
      await flush(dirname(place));
    },
    async read(id, span) {
      const place = placeOf(id);
      if (!(await isThere(place))) return null;
      return createReadStream(place, span ?? {});
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
