/** Mail that waits to be sent: work in the background sends it, so that no request waits for a mail server. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/lib/database/client";
import { env } from "@/lib/env";
import type { Letter } from "./write-mail";

/** Whether a mail server is set: where none is, what would be sent has to be told otherwise. */
export function sendsMail(): boolean {
  return env().smtp !== undefined;
}

/** Longer ones are a fault of ours. */
const longestText = 20_000;

/** What was settled is kept for so long, without its text, in milliseconds. */
const keptFor = 7 * 24 * 60 * 60 * 1000;
const prunedAtOnce = 1000;

/**
 * Has messages sent once the caller's transaction is committed, each to one address. Does nothing where no mail server is
 * set (`sendsMail`). A message may be given an id, by which `addressOfMail` knows it when it is asked for again.
 */
export async function queueMail(
  db: Transaction,
  letters: readonly (Letter & { address: string; id?: string | undefined })[],
  now = new Date(),
): Promise<void> {
  if (!sendsMail() || letters.length === 0) return;
  if (letters.some(({ text }) => text.length > longestText)) throw new Error("a message is too long");
  await db.mail.createMany({
    data: letters.map(({ id = uuidv7(), address, subject, text }) => ({
      ...{ id, address, subject, text },
      ...{ madeAt: now, tryAt: now },
    })),
  });
  const before = new Date(now.getTime() - keptFor);
  await db.$executeRaw`
    DELETE FROM "Mail" WHERE "id" IN (
      SELECT "id" FROM "Mail" WHERE "settledAt" < ${before} ORDER BY "settledAt" LIMIT ${prunedAtOnce} FOR UPDATE SKIP LOCKED)`;
}

/** To which address a message with this id went, or is to go; null where there is none, as after a week. */
export async function addressOfMail(db: Transaction, id: string): Promise<string | null> {
  return (await db.mail.findUnique({ where: { id }, select: { address: true } }))?.address ?? null;
}
