/** How many dossiers a page lists, and how its address asks for more. */

/** As many dossiers as the first page and each page of a country's list at most. */
export const DOSSIER_PAGE = 50;

/** By what a country's dossiers are in order, where that is not the other country's name: the longest, latest or most first. */
export const dossierOrders = ["since", "visit", "agreements", "trade"] as const;
export type DossierOrder = (typeof dossierOrders)[number];

/** A country with how many dossiers it has. */
export interface CountryCount {
  /** ISO 3166-1 alpha-2. */
  code: string;
  count: number;
}

/** How many dossiers there are, altogether and of each country. */
export interface DossierCounts {
  all: number;
  countries: CountryCount[];
}
