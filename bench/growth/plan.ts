/** Which records of which kinds go into which dossier. */
import type { KindKey } from "@/lib/domain/kinds/registry";

/** The kinds of the records that a site grows by; of others a grown site has none. */
export type GrownKind = Extract<
  KindKey,
  "source" | "agreement" | "visit" | "event" | "tradeYear" | "tradeProducts" | "mission"
>;

/** How many records of each kind a dossier gets besides its own. */
export type Counts = Record<GrownKind, number>;

export interface Plan {
  /** As many records as this site has, those of dossiers apart. */
  records: number;
  dossiers: number;
  /** Of the dossier that has the most. */
  visits: number;
}

const none: Counts = {
  source: 0,
  agreement: 0,
  visit: 0,
  event: 0,
  tradeYear: 0,
  tradeProducts: 0,
  mission: 0,
};

/** A dossier as full as a real one, Mexico and the United States. */
const full: Counts = {
  source: 60,
  agreement: 120,
  visit: 37,
  event: 80,
  tradeYear: 102,
  tradeProducts: 4,
  mission: 12,
};

/** In which order the other dossiers' records come: more of what there is more of. */
const turns: readonly (keyof Counts)[] = [
  "event", "visit", "agreement", "event", "tradeYear", "source", "event", "visit", "agreement", "event",
  "mission", "event", "visit", "tradeYear", "event", "source", "visit", "agreement", "event", "tradeProducts",
]; // prettier-ignore

/**
 * The counts of every dossier: first the one with the most visits, second a full one, and the rest, which share what is
 * left. Each dossier may cite one source of all besides.
 */
export function planOf({ records, dossiers, visits }: Plan): Counts[] {
  const large: Counts = {
    ...none,
    source: Math.ceil(visits / 25),
    agreement: Math.ceil(visits / 20),
    visit: visits,
    event: Math.ceil(visits / 10),
    tradeYear: Math.min(102, Math.ceil(visits / 20)),
    mission: 6,
  };
  const plan = [
    large,
    { ...full },
    ...Array.from({ length: Math.max(0, dossiers - 2) }, () => ({ ...none })),
  ];
  let left = records - totalOf(large) - totalOf(full);
  for (let round = 0; left > 0 && plan.length > 2; round += 1) {
    const kind = turns[round % turns.length]!;
    for (const counts of plan.slice(2, 2 + left)) counts[kind] += 1;
    left -= Math.min(left, plan.length - 2);
  }
  return plan;
}

function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
