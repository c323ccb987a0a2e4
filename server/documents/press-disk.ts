/**
 * Documents on disk, so that a restart with the database down still serves them. One file a document: a line of
 * JSON, then its bodies. Written beside and renamed, so that a file is whole or not there.
 */
import { createHash, randomBytes } from "node:crypto";
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
  /** Keeps a document, unless `stays` says, once it is written, that it must not stay. */
  save(document: PressDocument, stays?: () => boolean): Promise<void>;
  load(at: { path: string; dossier: string | null }): Promise<PressDocument | null>;
  drop(at: { path: string; dossier: string | null }): Promise<void>;
  /** The dossiers of which there are documents. */
  dossiers(): Promise<string[]>;
  /** Throws away every document of a dossier, or with null those of the whole site. */
  dropAll(dossier: string | null): Promise<void>;
}

/** After this many milliseconds nobody writes on a file that is not whole yet. */
const abandoned = 60 * 60 * 1000;

/** Opens a folder of documents, which several servers may share; `most` is how many it keeps. */
export function pressDisk(folder: string, { most = 20_000 } = {}): PressDisk {
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

  // No slug begins with an underscore.
  const site = "_site";
  const shelfOf = (dossier: string | null) => join(folder, dossier ?? site);
  const fileOf = ({ path, dossier }: { path: string; dossier: string | null }) =>
    join(shelfOf(dossier), createHash("sha256").update(path).digest("hex").slice(0, 32));

  async function filesNamed(like: RegExp): Promise<string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const found = entries.filter((entry) => entry.isFile() && like.test(entry.name));
    return found.map((entry) => join(entry.parentPath, entry.name));
  }
  const files = () => filesNamed(/^[0-9a-f]{32}$/);

  /** Counts what is there, and sweeps up what a killed process was writing. */
  async function count(): Promise<void> {
    for (const part of await filesNamed(/\.part$/)) {
      const about = await stat(part).catch(() => null);
      if (about && Date.now() - about.mtimeMs > abandoned) await rm(part, { force: true });
    }
    kept = (await files()).length;
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
    async save(document, stays = () => true) {
      await (counted ??= count());
      if (kept >= most) await thin();
      const file = fileOf(document);
      await inTurn(file, async () => {
        await mkdir(shelfOf(document.dossier), { recursive: true });
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
    async dossiers() {
      const shelves = await readdir(folder, { withFileTypes: true }).catch(() => []);
      return shelves.flatMap((one) => (one.isDirectory() && one.name !== site ? one.name : []));
    },
    async dropAll(dossier) {
      // A document that is just being written there may fill the folder again.
      await rm(shelfOf(dossier), { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function replace(file: string, bytes: Buffer | string): Promise<void> {
  const beside = `${file}.${randomBytes(6).toString("hex")}.part`;
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
