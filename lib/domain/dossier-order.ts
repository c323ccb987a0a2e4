/** The order of a country's dossiers. */
import type { DossierOrder } from "./dossier-pages";
import { sortDay } from "./partial-date";

/** What a dossier is put in order by. */
export interface Ordered {
  /** The other country's name. */
  name: string;
  established: string | null;
  agreements: number;
  lastVisit: { began: string } | null;
  trade: { total: string; currency: string } | null;
}

/**
 * The dossiers by the other country's name or, by `by`, with the longest relations, the latest visit, the most agreements or the
 * most trade first; those of which it is not known last. Sums in other currencies than the commonest cannot be compared: they
 * come after it.
 */
export function inOrder<D extends Ordered>(
  dossiers: readonly D[],
  by: DossierOrder | undefined,
  locale: string,
): D[] {
  const byName = (one: D, other: D) => one.name.localeCompare(other.name, locale);
  const named = [...dossiers].sort(byName);
  if (!by) return named;
  const currency = commonest(dossiers.flatMap(({ trade }) => trade?.currency ?? []));
  const rank = (dossier: D): string | number | null => {
    switch (by) {
      case "since":
        return sortDay(dossier.established ?? undefined);
      case "visit":
        return sortDay(dossier.lastVisit?.began);
      case "agreements":
        return dossier.agreements || null;
      case "trade":
        return dossier.trade?.currency === currency ? Number(dossier.trade?.total) : null;
    }
  };
  // A day is earlier the smaller it is; of all else the greatest come first.
  const sign = by === "since" ? 1 : -1;
  return named.sort((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return a === b ? 0 : a < b ? -sign : sign;
  });
}

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
