/** Changed records that were brought back to what readers see of them: they need no new publication. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { EntryState } from "../outcome";
import { isAsPublishedSql, type WorkingCopy } from "../write/write";

/** The ids of those changed records whose copies are what readers see already. */
export async function takenBack(
  db: Transaction,
  records: readonly { id: string; state: EntryState; copy: WorkingCopy }[],
): Promise<Set<string>> {
  const changed = records.filter(({ state }) => state === "changed");
  if (changed.length === 0) return new Set();
  const values = changed.map(({ id, copy }) => ({ id, values: copy.values }));
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS c("id" uuid, "values" jsonb)
    WHERE ${isAsPublishedSql(Prisma.sql`c."id"`, Prisma.sql`c."values"`)}`;
  return new Set(rows.map(({ id }) => id));
}
