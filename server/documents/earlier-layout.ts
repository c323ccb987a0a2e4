/** What versions before kept on disk: a folder by each dossier's slug or its hash, and one for the whole site. */
import { readdir, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { slugPattern } from "@/lib/domain/slug";

const isFolder = (name: string) => /^_(?:site|[0-9a-f]{32})$/.test(name) || slugPattern.test(name);
const file = /^[0-9a-f]{32}(?:\.[0-9a-f]{12}\.part)?$/;

/**
 * Removes the documents of the layouts before: files by their own names alone, and the folders that are empty then.
 * Whatever else lies there stays. Never throws.
 */
export async function removeEarlierLayouts(root: string): Promise<void> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  for (const { name } of entries.filter((entry) => entry.isDirectory() && isFolder(entry.name))) {
    const folder = join(root, name);
    const within = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of within)
      if (entry.isFile() && file.test(entry.name))
        await rm(join(folder, entry.name), { force: true }).catch(() => undefined);
    await rmdir(folder).catch(() => undefined);
  }
}
