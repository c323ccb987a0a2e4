/** The files of a disk cache: where each document lies, and what is there when a process begins. */
import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type FileHead, headFrom } from "./document-file";

/** After this many milliseconds nothing writes on a file that is not whole yet. */
const abandonedAfter = 60 * 60 * 1000;
/** Nearly every head is shorter, in bytes. */
const usualHead = 4096;

// The underscore keeps these folders apart from those of the first layout, their length from those of the second.
const folderName = /^_[0-9a-f]{2}$/;
const fileName = /^[0-9a-f]{32}$/;
const partName = /^[0-9a-f]{32}\.[0-9a-f]{12}\.part$/;

/** A document's file: named by a hash, so that no address, wherever it came from, says where anything is written. */
export function fileOf(root: string, path: string): string {
  const name = createHash("sha256").update(path).digest("hex").slice(0, 32);
  return join(root, `_${name.slice(0, 2)}`, name);
}

/** Writes a file beside its place and moves it there, so that it is whole or not there. */
export async function replaceFile(file: string, bytes: Buffer): Promise<void> {
  const beside = `${file}.${randomBytes(6).toString("hex")}.part`;
  try {
    await writeFile(beside, bytes).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(beside, bytes);
    });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** A file that was found, by what its head says of its document. */
export interface FoundFile {
  head: FileHead;
  bytes: number;
  writtenAt: number;
}

/** Every document there is, oldest first. Sweeps up what a killed process left half written, and what is no document. */
export async function filesIn(root: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const folder of await readdir(root).catch(() => [] as string[])) {
    if (!folderName.test(folder)) continue;
    for (const name of await readdir(join(root, folder)).catch(() => [] as string[])) {
      const file = join(root, folder, name);
      if (partName.test(name)) await removeAbandoned(file);
      if (!fileName.test(name)) continue;
      const one = await read(file).catch(() => null);
      if (one && fileOf(root, one.head.path) === file) found.push(one);
      else await rm(file, { force: true }).catch(() => undefined);
    }
  }
  return found.sort((one, other) => one.writtenAt - other.writtenAt);
}

async function removeAbandoned(part: string): Promise<void> {
  const about = await stat(part).catch(() => null);
  if (about && Date.now() - about.mtimeMs > abandonedAfter) await rm(part, { force: true });
}

async function read(file: string): Promise<FoundFile | null> {
  const handle = await open(file);
  try {
    const { size, mtimeMs } = await handle.stat();
    let bytes = Buffer.alloc(Math.min(size, usualHead));
    await handle.read(bytes, 0, bytes.length, 0);
    if (bytes.indexOf(10) < 0) {
      bytes = Buffer.alloc(size);
      await handle.read(bytes, 0, size, 0);
    }
    const read = headFrom(bytes);
    return read && { head: read.head, bytes: size, writtenAt: mtimeMs };
  } finally {
    await handle.close();
  }
}
