/**
 * The static files of earlier builds. A kept document, or a CDN's copy of one, names the style sheets of the build
 * that rendered it; they stay served for a month after that build was last started.
 */
import { constants } from "node:fs";
import { copyFile, mkdir, readdir, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";

const days = 30;
const day = 24 * 60 * 60 * 1000;

/** Copies a build's static files to the archive and throws away what no build has needed for long. */
export async function archiveStatic(from: string, archive: string, now = new Date()): Promise<void> {
  for (const path of await pathsUnder(from)) {
    const kept = join(archive, path);
    await mkdir(dirname(kept), { recursive: true });
    // Names of static files are made from what they hold: one that is there need not be copied again.
    await copyFile(join(from, path), kept, constants.COPYFILE_EXCL).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    await utimes(kept, now, now);
  }
  for (const path of await pathsUnder(archive)) {
    const file = join(archive, path);
    const { mtimeMs } = await stat(file);
    if (now.getTime() - mtimeMs > days * day) await rm(file, { force: true });
  }
}

/** Every file below a folder, as paths relative to it; none where there is no such folder. */
export async function pathsUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
