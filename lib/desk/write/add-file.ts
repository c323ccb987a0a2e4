/** Taking in a file: from what comes over the network to what records can name. */
import "server-only";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import type { FileEnding } from "@/lib/domain/files";
import { FairQueue, TooBusy } from "@/lib/fair-queue";
import type { Examination, FileFault } from "@/lib/files/examination";
import { examine } from "@/lib/files/examine";
import { FileTooLarge, hashFile, inOwnFolder, writeIncoming, type Written } from "@/lib/files/incoming";
import { ownFileStore } from "@/lib/files/own-store";

export type AddedFile =
  { ok: true; id: string; size: number } | { ok: false; fault: FileFault | "tooLarge" | "busy" };

/** Looking into a file takes memory and a processor: one after another, in turns of those who upload. */
const examining = new FairQueue({ atOnce: 1, waiting: 40, waitingPerClient: 8 });

/**
 * Keeps a file, unless something is wrong with it; one that is kept already is found again. Pictures are kept as they were
 * made anew: so their ids are of other bytes than came.
 * @throws {Forbidden}
 */
export async function addFile(actor: Actor, source: Readable): Promise<AddedFile> {
  demand(actor, "write");
  return inOwnFolder(async (folder) => {
    const path = join(folder, "came");
    try {
      const came = await writeIncoming(source, path);
      const client = actor.id ?? "operator";
      const found = await examining.run(client, () => examine(path, folder));
      return found.ok ? await keep(actor, { ...came, path }, found) : found;
    } catch (error) {
      if (error instanceof FileTooLarge) return { ok: false, fault: "tooLarge" };
      if (error instanceof TooBusy) return { ok: false, fault: "busy" };
      throw error;
    }
  });
}

async function keep(
  actor: Actor,
  came: Written & { path: string },
  found: Extract<Examination, { ok: true }>,
): Promise<AddedFile> {
  const addedByName = actor.name;
  if ("words" in found) {
    const { words, ending } = found;
    return keepOne({ ...came, ending }, { words, addedByName });
  }
  const small = await keepOne(
    { ...(await hashFile(found.small.path)), ...found.small, ending: "webp" },
    { addedByName },
  );
  return keepOne(
    { ...(await hashFile(found.made.path)), ...found.made, ending: found.ending },
    { smallId: small.id, addedByName },
  );
}

interface Kept extends Written {
  path: string;
  ending: FileEnding;
  width?: number;
  height?: number;
}

async function keepOne(
  { hash, size, path, ending, width, height }: Kept,
  told: { words?: string; smallId?: string; addedByName: string },
): Promise<Extract<AddedFile, { ok: true }>> {
  const id = `${hash}.${ending}`;
  // The bytes first: a row without them would promise what is not there.
  await ownFileStore().keep(id, path);
  const data = [{ id, size, width, height, ...told }];
  await database().file.createMany({ data, skipDuplicates: true });
  return { ok: true, id, size };
}
