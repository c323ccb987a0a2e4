/** Tells an account's holder by mail that what they sign in with was changed, so that they notice what was not their doing. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import { queueMail } from "@/lib/mail/queue-mail";
import { type MailKey, writeMail } from "@/lib/mail/write-mail";

/** What is told. */
export type HolderLetter = Extract<
  MailKey,
  | "appSetUp"
  | "appRemoved"
  | "passkeyAdded"
  | "passkeyRemoved"
  | "passwordChanged"
  | "recoveryCodeUsed"
  | "recoveryCodesMade"
  | "recoveryCodesReplaced"
  | "secondStepReset"
  | "secondStepTaken"
>;

/** Has a message sent to an account's address once the transaction that changes something is committed, where a mail server is set. */
export async function tellHolder(
  tx: Transaction,
  { name, email }: { name: string; email: string },
  what: HolderLetter,
  values: Record<string, string | number> = {},
  now = new Date(),
): Promise<void> {
  const letter = writeMail(what, { ...values, name }, "/admin/account");
  await queueMail(tx, [{ ...letter, address: email }], now);
}
