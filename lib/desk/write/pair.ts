/** A dossier's pair of countries is settled once records belong to it: they name these countries. */
import "server-only";
import type { Transaction } from "@/lib/database/client";
import type { Problem } from "@/lib/domain/record";
import { partiesOf } from "./context";
import type { Target } from "../outcome";

/** A problem where a dossier that has records or pages would change its countries. */
export async function problemsOfPair(
  db: Transaction,
  target: Target,
  values: Record<string, unknown>,
): Promise<Problem[]> {
  if (target.kind !== "dossier") return [];
  const entry = await db.entry.findUnique({
    where: { id: target.id },
    select: {
      draft: true,
      slug: true,
      records: { where: { state: { not: "trashed" } }, take: 1, select: { id: true } },
    },
  });
  const settled = entry && (entry.slug !== null || entry.records.length > 0) ? partiesOf(entry.draft) : null;
  const typed = partiesOf(values);
  if (!settled || (typed && typed[0] === settled[0] && typed[1] === settled[1])) return [];
  return [{ path: "countryA", code: "dossier.pairSettled" }];
}
