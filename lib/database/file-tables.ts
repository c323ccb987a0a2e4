/** The tables that say which files records have: one for each kind that has any, all of one shape. */
import "server-only";
import { kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { tableName } from "./child-tables";
import { Prisma } from "./generated/client";

/** The field of a record that holds its files. */
export const filesField = "files";

/** The kinds whose records have files. */
export const kindsWithFiles: readonly KindKey[] = kindKeys.filter((key) => filesField in kindOf(key).fields);

/** The table of the files of a kind's records, and its column that leads to the record. */
export function fileTableOf(kind: KindKey): { table: Prisma.Sql; owner: Prisma.Sql } {
  return {
    table: Prisma.raw(`"${tableName(kind)}File"`),
    owner: Prisma.raw(`"${kind}Id"`),
  };
}
