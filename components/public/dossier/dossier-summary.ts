/** How two countries stand with each other, as lists of dossiers sum it up. */
export interface DossierSummary {
  id: string;
  slug: string;
  /** ISO 3166-1 alpha-2, in the dossier's own order. */
  countries: [string, string];
  /** EDTF. */
  established: string | null;
  agreements: number;
  /** How many missions of each of the two, in their order, are open. */
  missions: [number, number];
  lastVisit: { slug: string; visitor: string; began: string; from: string } | null;
  trade: { year: number; period: string | null; total: string; currency: string } | null;
  years: { year: number; count: number }[];
}
