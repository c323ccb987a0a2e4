/** Sending what waits, as work in the background: each message by one server, again later where it was not taken. */
import "server-only";
import { database } from "@/lib/database/client";
import { handOver, MailFailure } from "./mail-server";
import { sendsMail } from "./queue-mail";

const minute = 60_000;
const atOnce = 50;
/** How often one is tried, and how long until it is tried again, in milliseconds, twice as long each time: some four hours in all. */
const tries = { most: 10, firstPause: minute / 2 };
/** A server that took one up and said nothing of it since is gone. */
const lease = 3 * minute;
/** What could not be sent for so long is out of date. */
const holdsFor = 2 * 24 * 60 * minute;

/** The ids of messages to send now, the longest due first; none where no mail server is set. */
export async function dueMail(now: Date): Promise<string[]> {
  if (!sendsMail()) return [];
  const rows = await database().mail.findMany({
    where: { state: "waiting", tryAt: { lte: now } },
    orderBy: { tryAt: "asc" },
    select: { id: true },
    take: atOnce,
  });
  return rows.map(({ id }) => id);
}

/**
 * Sends a message if it is due, and keeps what came of it. Told twice of the same, also at two servers, it is sent once; where
 * a server ends after handing it over and before saying so, it is sent again. @throws {MailFailure}
 */
export async function sendMail(id: string, now = new Date()): Promise<void> {
  const [mail] = await database().mail.updateManyAndReturn({
    where: { id, state: "waiting", tryAt: { lte: now } },
    data: { tries: { increment: 1 }, tryAt: new Date(now.getTime() + lease) },
  });
  if (!mail) return;
  if (now.getTime() - mail.madeAt.getTime() > holdsFor) return settle(id, "failed", now);
  try {
    await handOver(id, mail);
    await settle(id, "sent", now);
  } catch (error) {
    if (error instanceof MailFailure) await afterFailure(mail, error, now);
    throw error;
  }
}

async function afterFailure(
  { id, tries: tried }: { id: string; tries: number },
  { isFinal }: MailFailure,
  now: Date,
): Promise<void> {
  if (isFinal || tried >= tries.most) return settle(id, "failed", now);
  const tryAt = new Date(now.getTime() + tries.firstPause * 2 ** (tried - 1));
  await database().mail.updateMany({ where: { id, state: "waiting" }, data: { tryAt } });
}

/** What was sent, or will not be, keeps no text: it may hold a link that lets someone in. */
async function settle(id: string, state: "sent" | "failed", now: Date): Promise<void> {
  await database().mail.updateMany({
    where: { id, state: "waiting" },
    data: { state, settledAt: now, text: "" },
  });
}
