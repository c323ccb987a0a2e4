/** Takes a person's account and name out of the desk; what they did stays in the record and in the audit log. */
import "server-only";
import { type AccountTarget, administer, type Unconfirmed } from "./account-change";
import type { Actor } from "./actor";
import { noteAccountChange } from "./audit";
import { forgetAuthor, formerEditor } from "./forget-author";
import { forgetNames } from "./forget-names";

export type ForgetOutcome =
  | { ok: true }
  /** The account has to be closed first. */
  | { ok: false; reason: "open" }
  | { ok: false; reason: "stale" | "missing" }
  | Unconfirmed;

/** So long names are taken out while the admin waits, in milliseconds; the work in the background does the others. */
const longestNow = 5000;

/**
 * Removes a closed account, with all that belongs to it alone. Once that is committed, "Former editor" comes to stand where its
 * holder's name stood, in versions and then in records: where there are many thousands, or it fails, within hours. The audit log
 * keeps the name: it proves who did what, and is sealed. @throws {Forbidden}
 */
export async function forgetPerson(
  actor: Actor,
  target: AccountTarget,
  longest = longestNow,
): Promise<ForgetOutcome> {
  const outcome = await removeAccount(actor, target);
  if (!outcome.ok) return outcome;
  const end = Date.now() + longest;
  const isOver = () => Date.now() >= end;
  try {
    await forgetAuthor(target.id, isOver);
    await forgetNames({ ids: [target.id], names: [outcome.name] }, isOver);
  } catch (error) {
    // The account is removed. What is left to do the work in the background does.
    console.error(error);
  }
  return { ok: true };
}

type Removal = { ok: true; name: string } | Exclude<ForgetOutcome, { ok: true }>;

/** Removes the account, and says what its holder was called. */
async function removeAccount(actor: Actor, { id, version }: AccountTarget): Promise<Removal> {
  return administer(actor, async (tx): Promise<Removal> => {
    const [user] = await tx.$queryRaw<{ name: string; version: number; disabledAt: Date | null }[]>`
      SELECT "name", "version", "disabledAt" FROM "User" WHERE "id" = ${id}::uuid FOR UPDATE`;
    if (!user) return { ok: false, reason: "missing" };
    if (user.version !== version) return { ok: false, reason: "stale" };
    if (!user.disabledAt) return { ok: false, reason: "open" };
    await noteAccountChange(tx, actor, "account.forget", { id, email: formerEditor });
    await tx.savedView.deleteMany({ where: { ownerId: id, isShared: false } });
    await tx.user.delete({ where: { id } }); // with sessions, notices and whatever else is its own
    return { ok: true, name: user.name };
  });
}
