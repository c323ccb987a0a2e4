/** How many dossiers a page lists, and how its address asks for more. */

/** As many dossiers as the first page and each page of a country's list at most. */
export const DOSSIER_PAGE = 50;

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
