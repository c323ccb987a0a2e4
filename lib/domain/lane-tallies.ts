/** How full the lanes of a dossier's years are, and which of them have room for a mark for each record. */
import type { DossierKindKey } from "./kinds/registry";

/** How many records lie in one lane: those of a kind or, where each side has a lane, of one side's. */
export interface LaneTally {
  kind: DossierKindKey;
  /** ISO 3166-1 alpha-2; null where the kind has one lane for all. */
  country: string | null;
  /** The years in which records begin, in order. */
  years: readonly { year: number; count: number }[];
  undated: number;
}

/** As many marks as all lanes together have at most: what is more is told by columns. */
export const MARK_LIMIT = 48;

/** How many of a lane's records have a date. */
export function datedIn({ years }: LaneTally): number {
  return years.reduce((sum, { count }) => sum + count, 0);
}

/** The lanes that show a mark for each record: the emptiest first, as many as have room together. */
export function markedLanes(tallies: readonly LaneTally[]): LaneTally[] {
  let room = MARK_LIMIT;
  const byFullness = [...tallies].sort((one, other) => datedIn(one) - datedIn(other));
  const marked = byFullness.filter((tally) => (room -= datedIn(tally)) >= 0);
  return tallies.filter((tally) => marked.includes(tally));
}
