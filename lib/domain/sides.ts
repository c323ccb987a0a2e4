/**
 * The two sides of a dossier: its countries of today and those that stood in their place before, as the Soviet Union for
 * Kazakhstan. A record about a predecessor counts for the side that it stood for. When they did is said beside this
 * (`predecessor-years.ts`): a form needs neither the names of countries nor how dates are read.
 */

export type SideKey = "a" | "b";

/** The fields of a dossier that hold its sides' countries, which are also what a predecessor's side is called. */
export const sideFields = { a: "countryA", b: "countryB" } as const satisfies Record<SideKey, string>;

/** A country that stood for a side before the one of today, as a dossier names it. */
export interface Predecessor {
  readonly side: (typeof sideFields)[SideKey];
  /** As countries are coded (lib/domain/countries). */
  readonly country: string;
  /** EDTF: when it began and ceased to stand for the side, where that is not when it began and ceased to be. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface Sides {
  /** The countries of today; the first is side A, the second side B, everywhere. */
  readonly parties: readonly [string, string];
  readonly predecessors?: readonly Predecessor[] | undefined;
}

/** Which side a country stands for, itself or as a predecessor; undefined where for neither. */
export function sideOf(
  country: string | undefined,
  { parties, predecessors = [] }: Sides,
): SideKey | undefined {
  if (country === undefined) return undefined;
  const index = parties.indexOf(country);
  if (index >= 0) return index === 0 ? "a" : "b";
  const named = predecessors.find((one) => one.country === country);
  return named && (named.side === sideFields.a ? "a" : "b");
}

/** Whether a country stands for a side without being its country of today. */
export function isPredecessor(country: string | undefined, sides: Sides): country is string {
  return country !== undefined && !sides.parties.includes(country) && sideOf(country, sides) !== undefined;
}

/** The country of today of the side that a country stands for; undefined where it stands for neither. */
export function todaysOf(country: string | undefined, sides: Sides): string | undefined {
  const side = sideOf(country, sides);
  return side && sides.parties[side === "a" ? 0 : 1];
}

/** The predecessors of a side, or of both, in the dossier's order. */
export function predecessorsOf({ predecessors = [] }: Sides, side?: SideKey): readonly Predecessor[] {
  return side === undefined ? predecessors : predecessors.filter((one) => one.side === sideFields[side]);
}

/** Every country that a record of a dossier can be about: those of today, then their predecessors. */
export function countriesOf(sides: Sides): string[] {
  return [...sides.parties, ...predecessorsOf(sides).map(({ country }) => country)];
}

/** Whether two countries stand for one side, or are the same. */
export function areOfOneSide(one: string, other: string, sides: Sides): boolean {
  return one === other || (sideOf(one, sides) ?? one) === (sideOf(other, sides) ?? other);
}

/** What fields and rules need to know of a dossier's sides, null where a record belongs to none. */
export function contextOf(
  sides: Sides | null,
): Pick<Sides, "predecessors"> & { parties: Sides["parties"] | null } {
  return { parties: sides?.parties ?? null, predecessors: sides?.predecessors };
}

/** The sides that a dossier's values name; null while they do not name both countries. */
export function sidesIn(values: unknown): { parties: [string, string]; predecessors: Predecessor[] } | null {
  const { countryA, countryB, predecessors } = (values ?? {}) as {
    countryA?: string;
    countryB?: string;
    predecessors?: readonly Partial<Predecessor>[];
  };
  if (!countryA || !countryB) return null;
  const isWhole = (one: Partial<Predecessor>): one is Predecessor => !!one.side && !!one.country;
  return { parties: [countryA, countryB], predecessors: (predecessors ?? []).filter(isWhole) };
}
