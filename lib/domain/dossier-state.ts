/** How two countries stand with each other, as the first page and a country's page sum it up. */
import type { FigureStanding } from "./kinds/figure-standing";

export interface DossierState {
  id: string;
  slug: string;
  /** ISO 3166-1 alpha-2, in the dossier's own order. */
  countries: [string, string];
  /** EDTF; null where it is not recorded since when there are relations. */
  established: string | null;
  /** How many agreements are recorded. */
  agreements: number;
  /** How many missions of each of the two, in their order, are not closed. */
  missions: [number, number];
  /** The last visit that has begun and took place; null where none is dated. */
  lastVisit: { slug: string; visitor: string; began: string; from: string } | null;
  /** The next visit that is planned, likewise. */
  nextVisit: { slug: string; visitor: string; began: string; from: string } | null;
  /** The latest year with a total, of those that have begun where there are any, as a decimal, and how sure that is; null where none has one. */
  trade: {
    year: number;
    period: string | null;
    total: string;
    currency: string;
    standing: FigureStanding | null;
  } | null;
  /** How many events, visits and agreements began in each year, in order. */
  years: { year: number; count: number }[];
}
