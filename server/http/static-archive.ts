/**
 * The static files of earlier builds. A kept document, or a CDN's copy of one, names the style sheets of the build
 * that rendered it; they stay served for a month after that build last ran. Several servers may share an archive.
 */
import { randomBytes } from "node:crypto";
import { copyFile, mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";

const days = 30;
const day = 24 * 60 * 60 * 1000;
// What a name ends with while its file is being copied.
const half = ".part";

/** How often a running server has to say that its files are still needed, in milliseconds. */
export const archiveEvery = day / 2;

/** Copies a build's static files to the archive and throws away what no build has needed for long. */
export async function archiveStatic(from: string, archive: string, now = new Date()): Promise<void> {
  for (const path of await pathsUnder(from)) {
    const kept = join(archive, path);
    await mkdir(dirname(kept), { recursive: true });
    // Names of static files are made from what they hold: one that is there need not be copied again.
    if (!(await stat(kept).catch(() => null))) {
      const beside = `${kept}.${randomBytes(6).toString("hex")}${half}`;
      await copyFile(join(from, path), beside);
      await rename(beside, kept);
    }
    await utimes(kept, now, now);
  }
  for (const path of await pathsUnder(archive)) {
    const file = join(archive, path);
    const about = await stat(file).catch(() => null);
    if (about && now.getTime() - about.mtimeMs > days * day) await rm(file, { force: true });
  }
}

/** Every file below a folder, as paths relative to it; none where there is no such folder. */
export async function pathsUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
