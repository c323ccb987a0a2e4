/**
 * What an account that is limited to some dossiers sees and does at the desk: these dossiers, their records, and what all dossiers
 * share. The one place that says so, as conditions that statements have (decision 87): nothing is read and left out afterwards.
 */
import "server-only";
import type { Ability, Actor } from "@/lib/auth/actor";
import { database, type Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { isShared, type KindKey, sharedKinds } from "@/lib/domain/kinds/registry";

/** What making a record of a kind asks of an actor: a new dossier is none of those to which anyone is limited. */
export const abilityToAdd = (kind: KindKey): Ability => (kind === "dossier" ? "addDossier" : "write");

/** The kinds whose records all dossiers share, as constants: only with these the planner knows how many there are. */
export const sharedKindsSql = Prisma.raw(sharedKinds.map((kind) => `'${kind}'`).join(", "));

/** That an actor may see the row of "Entry" that a statement calls so; `kind` where it is of that kind for certain. */
export function within({ limitedTo }: Actor, alias = "e", kind?: KindKey): Prisma.Sql {
  if (limitedTo === null || (kind && isShared(kind))) return Prisma.sql`true`;
  const entry = Prisma.raw(alias);
  if (!kind) return Prisma.sql`(${inLimits(limitedTo, alias)} OR ${entry}."kind" IN (${sharedKindsSql}))`;
  const column = Prisma.raw(kind === "dossier" ? "id" : "dossierId");
  return Prisma.sql`${entry}."${column}" = ANY (${[...limitedTo]}::uuid[])`;
}

/** That the row of "Entry" that a statement calls so is a dossier to which an actor is limited, or of one, for sums of these alone. */
export function inLimits(limitedTo: readonly string[], alias = "e"): Prisma.Sql {
  const entry = Prisma.raw(alias);
  const dossiers = Prisma.sql`ANY (${[...limitedTo]}::uuid[])`;
  return Prisma.sql`(${entry}."dossierId" = ${dossiers} OR ${entry}."id" = ${dossiers})`;
}

/** The same as a part of what Prisma's own queries of entries ask. */
export function entryWithin({ limitedTo }: Actor): { AND?: Prisma.EntryWhereInput } {
  if (limitedTo === null) return {};
  const among = { in: [...limitedTo] };
  return { AND: { OR: [{ dossierId: among }, { id: among }, { kind: { in: [...sharedKinds] } }] } };
}

/** The same for queries of what stands about an entry, as a comment or a review of it. */
export function aboutWithin(actor: Actor): { entry?: Prisma.EntryWhereInput } {
  return actor.limitedTo === null ? {} : { entry: entryWithin(actor) };
}

/**
 * That an actor may see the row of "Entry" that a statement calls so, by what the account is limited to at this moment: for
 * writes, which a limit that was set since the request began stops as well.
 */
export function stillWithin(actor: Actor, alias = "e"): Prisma.Sql {
  if (actor.id === null) return within(actor, alias);
  return Prisma.sql`${within(actor, alias)} AND NOT EXISTS (
    SELECT FROM "User" u WHERE u."id" = ${actor.id}::uuid AND ${isBeyond("u", alias)})`;
}

/** That an account (`user`) is limited to other dossiers than that of an entry. */
export function isBeyond(user: string, entry: string): Prisma.Sql {
  const [u, e] = [Prisma.raw(user), Prisma.raw(entry)];
  // What is unknown, as the dossier of what belongs to none, counts as beyond.
  return Prisma.sql`(${u}."isLimited" AND ${u}."role" <> 'admin' AND (${e}."kind" IN (${sharedKindsSql})
    OR ${e}."dossierId" = ANY (${u}."limitedTo") OR ${e}."id" = ANY (${u}."limitedTo")) IS NOT TRUE)`;
}

/** Whether a record that an actor knows of, as readers do, is of another dossier than they may see at the desk. */
export function isElsewhere(
  { limitedTo }: Actor,
  { id, kind, dossierId }: { id: string; kind: KindKey; dossierId: string | null },
): boolean {
  return limitedTo !== null && !isShared(kind) && !limitedTo.includes(dossierId ?? id);
}

/** Whether an actor may see a record, for what is read of one by its id. Asks nothing for an actor without limits. */
export async function sees(actor: Actor, entryId: string, db: Transaction = database()): Promise<boolean> {
  if (actor.limitedTo === null) return true;
  const found = await db.$queryRaw<unknown[]>`
    SELECT FROM "Entry" e WHERE e."id" = ${entryId}::uuid AND ${within(actor)}`;
  return found.length > 0;
}
