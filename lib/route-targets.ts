/** What readers' addresses lead to. */
import type { KindKey } from "@/lib/domain/kinds/registry";

/** What stands at a path, the prefix of its language apart. */
export type Target =
  | { is: "home" }
  | { is: "search" }
  /** What the site is, and by what method its records are kept. */
  | { is: "about" }
  /** The index of people. */
  | { is: "people" }
  /** What falls on the days to come, of the whole site and of a dossier. */
  | { is: "calendar" }
  | { is: "dossier calendar"; dossier: string }
  /** What was added, changed and withdrawn on the whole site. */
  | { is: "changes" }
  /** The page of a person, of whom several dossiers may tell. */
  | { is: "person"; slug: string }
  /** The page of a country's dossiers: its code in small letters, as `kz`. */
  | { is: "country"; code: string }
  /** The form in which a reader says what is wrong with a record, by the record's id; and the page that thanks for it. */
  | { is: "report"; id: string; isSent: boolean }
  /** A file of the whole site, as `/sitemap.xml`. */
  | { is: "site file" }
  | { is: "dossier"; dossier: string }
  /** A file of a dossier: its feed, its site map, or one of its lists as a table. */
  | { is: "file"; dossier: string }
  /** The same of one dossier, and of one of its records, by the record's id: its published versions. */
  | { is: "dossier changes"; dossier: string }
  | { is: "record changes"; dossier: string; id: string }
  /** How the two sides of a dossier return what each does. */
  | { is: "reciprocity"; dossier: string }
  | { is: "list"; dossier: string; kind: KindKey }
  | { is: "record"; dossier: string; kind: KindKey; slug: string };

export interface Route {
  /** The language whose prefix the path has. Files have none: they are the same in all languages. */
  locale: string;
  page: Target;
}

/** A page that is cited: all but searches, forms and files. */
export type Cited = Exclude<Target, { is: "search" | "report" | "file" | "site file" }>;

/** Whether what stands at an address is cited. */
export function isCited(page: Target | null | undefined): page is Cited {
  return page !== null && page !== undefined && !["search", "report", "file", "site file"].includes(page.is);
}
