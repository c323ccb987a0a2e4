import { mostCounted } from "@/lib/database/count-up-to";

/** A count that stops (`countUpTo`) in a part's own words: `count`, or `countMany` where there are more than are counted. */
export function countedUpTo(
  count: number,
  t: (key: "count" | "countMany", values: Record<string, number>) => string,
): string {
  return count > mostCounted ? t("countMany", { most: mostCounted }) : t("count", { count });
}
