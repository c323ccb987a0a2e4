/** Counts that stop, of what only the number is told. */
import "server-only";
import { database } from "./client";
import { type Prisma } from "./generated/client";

/** More than these are not counted one by one. */
export const mostCounted = 999;

/** How many rows there are (SQL behind a SELECT of nothing: "FROM … WHERE …"), up to one more than `mostCounted`. */
export async function countUpTo(rows: Prisma.Sql): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (SELECT ${rows} LIMIT ${mostCounted + 1}) counted`;
  return row?.count ?? 0;
}
