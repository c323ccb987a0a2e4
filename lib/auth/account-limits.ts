/** To which dossiers an account is limited, as admins set it. */
import "server-only";
import { database, type Transaction } from "@/lib/database/client";
import { type AccountOutcome, type AccountTarget, changeAccount } from "./account-change";
import { type Actor, demand } from "./actor";
import { tampered } from "./read-form";

/** An account is limited to so many dossiers at most. */
const mostDossiers = 100;

/** What the log says of an account without limits. */
const everywhere = "all dossiers";

/**
 * Limits an account to some dossiers, from its holder's next request on, or to none any more (`dossiers` null); what they write at
 * this moment is judged by it too. Private addresses of other dossiers' calendars that they made are revoked.
 * @throws {Forbidden} unless the actor may manage people. @throws {TamperedRequest} for an admin, for no dossier at all, for too
 * many, and for what is none.
 */
export async function limitAccount(
  actor: Actor,
  target: AccountTarget,
  dossiers: readonly string[] | null,
): Promise<AccountOutcome> {
  demand(actor, "manage");
  const { limits, words } = await readLimits(dossiers);
  return changeAccount(actor, target, {
    action: "account.limits",
    data: limits,
    endsAdmin: false,
    endsSessions: false, // every request reads the limits anew
    isForAdmins: false,
    detail: async (before, tx) => ({
      from: before.isLimited ? wordsOf(before.limitedTo, await titlesOf(tx, before.limitedTo)) : everywhere,
      to: words,
    }),
    then: (tx) => (dossiers ? revokeElsewhere(tx, target.id, limits.limitedTo) : {}),
  });
}

/** To which dossiers an account is limited, as its row holds it. */
export interface Limits {
  isLimited: boolean;
  limitedTo: string[];
}

/**
 * Checks what an admin limits an account to (null: to none), and says it in words as well.
 * @throws {TamperedRequest} for no dossier at all, for too many, and for what is none.
 */
export async function readLimits(
  dossiers: readonly string[] | null,
): Promise<{ limits: Limits; words: string }> {
  const limitedTo = [...new Set(dossiers ?? [])];
  if (dossiers && (limitedTo.length === 0 || limitedTo.length > mostDossiers))
    throw tampered(`${limitedTo.length} dossiers to be limited to`);
  const titles = await titlesOf(database(), limitedTo);
  if (limitedTo.some((id) => !titles.has(id))) throw tampered("limited to what is no dossier");
  return {
    limits: { isLimited: dossiers !== null, limitedTo },
    words: dossiers ? wordsOf(limitedTo, titles) : everywhere,
  };
}

/** What the audit log says beside an act of the limits with which an account begins: nothing where there are none. */
export async function limitsNoted(
  db: Transaction,
  { isLimited, limitedTo }: Limits,
): Promise<Record<string, string>> {
  return isLimited ? { dossiers: wordsOf(limitedTo, await titlesOf(db, limitedTo)) } : {};
}

const wordsOf = (ids: readonly string[], known: ReadonlyMap<string, string>) =>
  ids.map((id) => known.get(id) ?? id).join("; ");

/** The titles of those that are dossiers, by their ids. */
async function titlesOf(db: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.entry.findMany({
    where: { id: { in: [...ids] }, kind: "dossier" },
    select: { id: true, title: true },
  });
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Revokes what lets others read of dossiers in an account's name that its holder sees no more. */
async function revokeElsewhere(
  tx: Transaction,
  madeById: string,
  limitedTo: string[],
): Promise<Record<string, string>> {
  const { count } = await tx.calendarLink.deleteMany({
    where: { madeById, dossierId: { notIn: limitedTo } },
  });
  return count > 0 ? { calendarAddresses: String(count) } : {};
}
