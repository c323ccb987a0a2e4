/** A dossier's pair of countries is settled once records belong to it: they name these countries. */
import "server-only";
import type { KindKey } from "@/lib/domain/kinds/registry";
import type { Problem } from "@/lib/domain/record";
import { sidesIn } from "@/lib/domain/sides";
import type { CurrentEntry } from "./context";

/** A problem where a dossier that has records or pages would change its countries. */
export function problemsOfPair(
  kind: KindKey,
  { slug, hasRecords, draft }: CurrentEntry,
  values: Record<string, unknown>,
): Problem[] {
  if (kind !== "dossier" || (slug === null && !hasRecords)) return [];
  const before = sidesIn(draft)?.parties;
  const typed = sidesIn(values)?.parties;
  if (!before || (typed && typed[0] === before[0] && typed[1] === before[1])) return [];
  return [{ path: "countryA", code: "dossier.pairSettled" }];
}
