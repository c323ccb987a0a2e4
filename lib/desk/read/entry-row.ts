/** An entry as the desk's lists show it, and how it is read: the same columns wherever entries are listed. */
import "server-only";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { EntryState } from "../outcome";

/** An entry of a list, whatever its kind. */
export interface EntryRow {
  id: string;
  kind: KindKey;
  title: string;
  state: EntryState;
  version: number;
  sortDate: string | null;
  facets: Record<string, string | number | boolean>;
  dossier: { id: string; title: string } | null;
  updatedAt: string;
  updatedByName: string;
  /** ISO instant of the latest verification, null where there was none. */
  verifiedAt: string | null;
}

/** The columns of an entry `e` that a row is made of; the title of its dossier stands beside them as "dossierTitle". */
export const entryColumns = Prisma.sql`
  e."id", e."kind", e."title", e."state", e."version", e."sortDate"::text, e."facets", e."updatedAt", e."updatedByName",
  e."lastVerifiedAt", e."dossierId"`;

/** What a statement with these columns gives. */
export interface FoundEntry extends Omit<EntryRow, "dossier" | "updatedAt" | "verifiedAt"> {
  dossierId: string | null;
  dossierTitle: string | null;
  updatedAt: Date;
  lastVerifiedAt: Date | null;
}

/** The row of an entry that was found, without what else its statement gave. */
export function asEntryRow(found: FoundEntry): EntryRow {
  const { id, kind, title, state, version, sortDate, facets, updatedByName, dossierId, dossierTitle } = found;
  return {
    ...{ id, kind, title, state, version, sortDate, facets, updatedByName },
    dossier: dossierId === null ? null : { id: dossierId, title: dossierTitle ?? "" },
    updatedAt: found.updatedAt.toISOString(),
    verifiedAt: found.lastVerifiedAt?.toISOString() ?? null,
  };
}

/** The title of an entry, looked up row by row: for a join the planner may think it cheaper to read them all in order. */
export function titleOf(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT d."title" FROM "Entry" d WHERE d."id" = ${id})`;
}

/** The title of the dossier of an entry `e`, as a column. */
export const dossierTitle = Prisma.sql`${titleOf(Prisma.sql`e."dossierId"`)} AS "dossierTitle"`;

/** The first ten of the entries `e` that meet a condition, those saved last unless another order is told. */
export async function entriesWhere(
  condition: Prisma.Sql,
  order = Prisma.sql`e."updatedAt" DESC, e."id" DESC`,
): Promise<EntryRow[]> {
  const rows = await database().$queryRaw<FoundEntry[]>`
    SELECT ${entryColumns}, ${dossierTitle} FROM "Entry" e WHERE ${condition} ORDER BY ${order} LIMIT 10`;
  return rows.map(asEntryRow);
}
