/**
 * Records about a predecessor against a dossier that ceases to name it, at one moment. Who names it holds the dossier's row
 * while the record is written, and who takes it away looks again once that row is theirs: whichever comes second begins anew.
 */
import "server-only";
import { database, type Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { Held } from "@/lib/domain/fields/field";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { partiesNamed } from "@/lib/domain/parties-named";
import { sidesIn } from "@/lib/domain/sides";
import type { CurrentDossier } from "./context";
import { Overtaken } from "./overtaken";
import { recordsAbout } from "./removed-predecessors";

/** The predecessors that a record is about, by its dossier, as its working copy names them. */
export interface NamedPredecessors {
  dossierId: string;
  predecessors: { side: string; country: string }[];
}

/** Of which predecessors of its dossier a record with these values is; undefined for nearly every record. */
export function predecessorsNamed(
  kind: KindKey,
  dossier: CurrentDossier | null,
  values: Held,
): NamedPredecessors | undefined {
  const known = (dossier && sidesIn(dossier.draft)?.predecessors) ?? [];
  if (!dossier || known.length === 0) return undefined;
  const parties = partiesNamed(kindOf(kind), values);
  const predecessors = known
    .filter(({ country }) => parties.includes(country))
    .map(({ side, country }) => ({ side, country }));
  return predecessors.length > 0 ? { dossierId: dossier.id, predecessors } : undefined;
}

/**
 * As parts of a write's statement: what finds the dossier and holds it, where it names them still when that is its turn, and the
 * condition that it does.
 */
export function whileNamed(named: NamedPredecessors | undefined): { held: Prisma.Sql; holds: Prisma.Sql } {
  if (!named) return { held: Prisma.empty, holds: Prisma.sql`true` };
  // A lock that is waited for has the row looked at anew, as no other reading in the statement has.
  return {
    held: Prisma.sql`naming AS MATERIALIZED (SELECT d."id" FROM "Entry" d WHERE ${stillNames(named)} FOR SHARE), `,
    holds: Prisma.sql`EXISTS (SELECT FROM naming)`,
  };
}

const stillNames = ({ dossierId, predecessors }: NamedPredecessors) =>
  Prisma.sql`d."id" = ${dossierId}::uuid AND d."draft" -> 'predecessors' @> ${JSON.stringify(predecessors)}::jsonb`;

/** @throws {Overtaken} where a write came to nothing because its dossier names them no more. */
export async function demandStillNamed(db: Transaction, named: NamedPredecessors | undefined): Promise<void> {
  if (!named) return;
  const rows = await db.$queryRaw<unknown[]>`SELECT FROM "Entry" d WHERE ${stillNames(named)}`;
  if (rows.length === 0) throw new Overtaken();
}

/**
 * Writes a dossier that ceases to name these predecessors, in one transaction with a further look for records about them.
 * @throws {Overtaken} where one has come to be meanwhile.
 */
export async function withoutPredecessors<T>(
  db: Transaction,
  dossierId: string,
  gone: readonly string[],
  write: (tx: Transaction) => Promise<T>,
): Promise<T> {
  if (gone.length === 0) return write(db);
  const work = async (tx: Transaction) => {
    const written = await write(tx);
    if ((await recordsAbout(tx, dossierId, gone)).length > 0) throw new Overtaken();
    return written;
  };
  return db === database() ? database().$transaction(work) : work(db);
}
