import "server-only";
import type { Readable } from "node:stream";
import { type Actor, demand } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { isFileId } from "@/lib/domain/files";
import { ownFileStore } from "@/lib/files/own-store";

/** A file as those at the desk see it, published or not; null where there is none. @throws {Forbidden} */
export async function openFile(actor: Actor, id: string): Promise<{ size: number; bytes: Readable } | null> {
  demand(actor, "read");
  const found = isFileId(id) ? await database().file.findUnique({ where: { id } }) : null;
  const bytes = found && (await ownFileStore().read(id));
  return bytes ? { size: found.size, bytes } : null;
}
