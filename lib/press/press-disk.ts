/**
 * Documents on disk, so that a restart with the database down still serves them. One file a document: a line of
 * JSON, then its bodies. Written beside and renamed, so that a file is whole or not there.
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { PressDocument } from "./press-document";

const head = z.object({
  path: z.string(),
  dossier: z.string().nullable(),
  type: z.string(),
  disposition: z.string().optional(),
  tag: z.string(),
  build: z.string(),
  mark: z.number(),
  origin: z.string(),
  madeAt: z.number(),
  lengths: z.tuple([
    z.number().int().nonnegative(),
    z.number().int().nonnegative(),
    z.number().int().nonnegative(),
  ]),
});

export interface PressDisk {
  save(document: PressDocument): Promise<void>;
  load(at: { path: string; dossier: string | null }): Promise<PressDocument | null>;
  drop(at: { path: string; dossier: string | null }): Promise<void>;
  /** Throws away every document of a dossier, or with null those of the whole site. */
  dropAll(dossier: string | null): Promise<void>;
}

/** Opens a folder of documents; `most` is how many it keeps. */
export function pressDisk(folder: string, { most = 20_000 } = {}): PressDisk {
  let kept: number | null = null;
  // No slug begins with an underscore.
  const shelfOf = (dossier: string | null) => join(folder, dossier ?? "_site");
  const fileOf = ({ path, dossier }: { path: string; dossier: string | null }) =>
    join(shelfOf(dossier), createHash("sha256").update(path).digest("hex").slice(0, 32));

  async function files(): Promise<string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const documents = entries.filter((entry) => entry.isFile() && /^[0-9a-f]{32}$/.test(entry.name));
    return documents.map((entry) => join(entry.parentPath, entry.name));
  }

  /** Throws away the older half once there are too many: rare, and cheaper than an order kept at every write. */
  async function thin(): Promise<void> {
    const aged: { file: string; at: number }[] = [];
    for (const file of await files())
      aged.push({ file, at: (await stat(file).catch(() => null))?.mtimeMs ?? 0 });
    kept = aged.length;
    // Documents that were written again were counted twice.
    if (aged.length < most) return;
    const old = aged.sort((a, b) => a.at - b.at).slice(0, Math.ceil(aged.length / 2));
    for (const { file } of old) await rm(file, { force: true });
    kept = aged.length - old.length;
  }

  return {
    async save(document) {
      kept ??= (await files()).length;
      if (kept >= most) await thin();
      await mkdir(shelfOf(document.dossier), { recursive: true });
      await replace(fileOf(document), toFile(document));
      kept += 1;
    },
    async load(at) {
      const bytes = await readFile(fileOf(at)).catch(() => null);
      const document = bytes && fromFile(bytes);
      return document && document.path === at.path && document.dossier === at.dossier ? document : null;
    },
    async drop(at) {
      await rm(fileOf(at), { force: true });
    },
    async dropAll(dossier) {
      // A document that is being saved meanwhile fills the folder again.
      // A document may just be being written there.
      await rm(shelfOf(dossier), { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function replace(file: string, bytes: Buffer | string): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

function toFile({ bodies, ...about }: PressDocument): Buffer {
  const { identity, gzip, br } = bodies;
  const isShared = gzip === identity;
  const lengths = [identity.length, isShared ? 0 : gzip.length, isShared ? 0 : br.length];
  const line = JSON.stringify({ ...about, lengths });
  return Buffer.concat([Buffer.from(`${line}\n`), identity, ...(isShared ? [] : [gzip, br])]);
}

/** Reads a file back; null where it is cut short or not of this form. */
function fromFile(bytes: Buffer): PressDocument | null {
  const end = bytes.indexOf(10);
  try {
    const { lengths, disposition, ...about } = head.parse(
      JSON.parse(bytes.subarray(0, end).toString("utf8")),
    );
    const [first, second, third] = lengths;
    const body = bytes.subarray(end + 1);
    if (body.length !== first + second + third) return null;
    const identity = body.subarray(0, first);
    const gzip = second ? body.subarray(first, first + second) : identity;
    const br = third ? body.subarray(first + second) : identity;
    return { ...about, disposition, bodies: { identity, gzip, br } };
  } catch {
    return null;
  }
}
