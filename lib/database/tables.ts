/** Which typed table holds which kind. One line a kind; a field that its model lacks does not compile. */
import "server-only";
import type { InColumns } from "@/lib/domain/fields/storage";
import type { CitationFields } from "@/lib/domain/kinds/define-kind";
import { kindOf, kinds, type KindKey, type Kinds } from "@/lib/domain/kinds/registry";
import { tableName } from "./child-tables";
import type { Transaction } from "./client";
import {
  type ChildColumns,
  type ColumnsOf,
  columnsOf,
  hasChildren,
  includeOf,
  type RelationOf,
  replacementOf,
} from "./columns";
import { filesField } from "./file-tables";
import type { Prisma } from "./generated/client";
import { insertRows } from "./insert-rows";

type Row = Record<string, unknown>;

/** What the desk and the published reads need of a table, whatever its columns. */
export interface Table {
  create(args: { data: Row; select: { id: true } }): Promise<unknown>;
  update(args: { where: { id: string }; data: Row; select: { id: true } }): Promise<unknown>;
  findMany(args: { where: Row; include?: Row; orderBy?: unknown }): Promise<Row[]>;
}

type ModelOf = {
  dossier: Prisma.DossierUncheckedCreateInput;
  event: Prisma.EventUncheckedCreateInput;
  visit: Prisma.VisitUncheckedCreateInput;
  agreement: Prisma.AgreementUncheckedCreateInput;
  tradeYear: Prisma.TradeYearUncheckedCreateInput;
  tradeProducts: Prisma.TradeProductsUncheckedCreateInput;
  mission: Prisma.MissionUncheckedCreateInput;
  announcement: Prisma.AnnouncementUncheckedCreateInput;
  source: Prisma.SourceUncheckedCreateInput;
  person: Prisma.PersonUncheckedCreateInput;
};

/** One row of the child table of a relation, as Prisma's `createMany` takes it. */
type ChildRow<R> =
  NonNullable<R> extends { createMany?: infer M }
    ? NonNullable<M> extends { data: infer D }
      ? Exclude<D, readonly unknown[]>
      : never
    : never;

/** What a model lacks of a set of fields: `grade`, or `winners.person` in a table of its own. */
type Lacking<F, M> = {
  [K in keyof F & string]: F[K] extends { storage: infer S }
    ? S extends InColumns
      ? Exclude<ColumnsOf<K, S>, keyof M>
      : K extends keyof M
        ? `${K}.${Exclude<ChildColumns<S>, keyof ChildRow<M[K]>>}`
        : K
    : never;
}[keyof F & string];

type Own<K extends KindKey> = Omit<Kinds[K]["fields"], "citations">;
type LackingAnywhere =
  | { [K in KindKey]: Lacking<Own<K>, ModelOf[K]> }[KindKey]
  | Lacking<CitationFields, Prisma.CitationUncheckedCreateInput>
  | Exclude<RelationOf<KindKey>, keyof Prisma.RecordWhereInput>;

// The compiler names, as properties that are missing here, the fields that have no column and the relations
// that `Record` lacks.
const complete: { [Name in LackingAnywhere]: true } = {};
void complete;

const tables: { [K in KindKey]: (db: Transaction) => unknown } = {
  dossier: (db) => db.dossier,
  event: (db) => db.event,
  visit: (db) => db.visit,
  agreement: (db) => db.agreement,
  tradeYear: (db) => db.tradeYear,
  tradeProducts: (db) => db.tradeProducts,
  mission: (db) => db.mission,
  announcement: (db) => db.announcement,
  source: (db) => db.source,
  person: (db) => db.person,
};

/** The typed table of a kind, on a client or in a transaction. */
function tableOf(db: Transaction, kind: KindKey): Table {
  return tables[kind](db) as Table;
}

/** A record for its typed table. `stands` where it has a row already; its files then have to be gone. */
export interface TypedRecord {
  id: string;
  kind: KindKey;
  stated: Row;
  stands: boolean;
}

/**
 * Writes records' typed rows and their children, new or in place of what stood. What follows from other fields is written as it
 * follows. New rows without children are one statement for each kind.
 */
export async function writeTyped(db: Transaction, records: readonly TypedRecord[]): Promise<void> {
  const plain = new Map<KindKey, Row[]>();
  for (const { id, kind, stated, stands } of records) {
    const { fields } = kinds[kind];
    const values = kindOf(kind).completed(stated);
    const [table, select] = [tableOf(db, kind), { id: true } as const];
    if (stands) {
      await table.update({ where: { id }, data: replacementOf(fields, values, [filesField]), select });
      continue;
    }
    const data = { id, ...columnsOf(fields, values) };
    if (hasChildren(fields, data)) await table.create({ data, select });
    else plain.set(kind, [...(plain.get(kind) ?? []), data]);
  }
  for (const [kind, rows] of plain) await insertRows(db, tableName(kind), rows);
}

/** Reads typed rows with their children; `where` is Prisma's, on the kind's own columns or its `record`. */
export async function readTyped(db: Transaction, kind: KindKey, where: Row): Promise<Row[]> {
  const rows = await tableOf(db, kind).findMany({
    where,
    include: {
      ...includeOf(kindOf(kind)),
      record: { include: { citations: { orderBy: { position: "asc" } } } },
    },
  });
  return rows.filter(({ record }) => isStillThere(record));
}

/**
 * Whether a relation that every row has came with it. Prisma reads relations by statements of their own, and what
 * is withdrawn between two of them is missing, whatever its type says.
 */
export function isStillThere<T>(relation: T): relation is NonNullable<T> {
  return relation !== null && relation !== undefined;
}
