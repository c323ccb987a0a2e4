/**
 * Cache tags: the names of what a finished page shows. While a page is rendered, the tags of what it reads are noted
 * (`lib/published/note-tags.ts`) and kept with its document; a publication says which tags it touches, and exactly the
 * documents that hold one of them are made anew. A tag is short, holds no white space and no comma, and means the same
 * to those who note it and to those who touch it.
 */
import type { DossierKindKey } from "./kinds/registry";

/** What a kind's records are listed by: all of them, those of a decade (its first year), of a year, or the undated. */
export type ListSpan = "all" | "undated" | { decade: number } | { year: number };

export const cacheTag = {
  /** All that a record says, its citations included. Touched whenever it is published or taken down. */
  record: (id: string) => `r:${id}`,
  /**
   * That a record is there, under this title and address, and its date, by which links are ordered: what links to it
   * show. Of a dossier also its countries and their predecessors.
   */
  name: (id: string) => `n:${id}`,
  /**
   * Which records of a kind a dossier has in a span, how many, in which order, and by what lists group and narrow them.
   * Touched when one appears, goes, or changes its title, its address, its date or a facet; not by any other change to a record.
   */
  list: (dossierId: string, kind: DossierKindKey, span: ListSpan = "all") =>
    `l:${dossierId}:${kind}:${spanName(span)}`,
  /**
   * When a record was last verified, which only its own page shows. Touched when that is said anew, and by nothing else:
   * a publication touches the record.
   */
  verified: (id: string) => `v:${id}`,
  /** That a record is under review, which only its own page says. Touched when editors choose to say so, or no longer. */
  underReview: (id: string) => `u:${id}`,
  /** When each of a dossier's records of a kind was last verified: for files, which hold all of them. */
  verifications: (dossierId: string, kind: DossierKindKey | "source") => `w:${dossierId}:${kind}`,
  /** Anything at all that a dossier's records of a kind say: for files, which hold all of them. */
  everything: (dossierId: string, kind: DossierKindKey) => `a:${dossierId}:${kind}`,
  /** What was changed last in a dossier, or with null on the whole site. Touched by each publication there. */
  changes: (dossierId: string | null) => `c:${dossierId ?? "site"}`,
  /** Which sources a dossier cites. */
  sources: (dossierId: string) => `s:${dossierId}`,
  /** Which records of a dossier cite a source, with their titles and addresses. */
  citing: (dossierId: string, sourceId: string) => `q:${dossierId}:${sourceId}`,
  /** Which records refer to a record other than by citing it, with their titles, dates and addresses. */
  referring: (id: string) => `f:${id}`,
  /** Which people there are, by which names and at which addresses. */
  people: () => "p",
  /** Anything at all that people's records say, for the file of all. */
  everyPerson: () => "pp",
  /** Which records, in whichever dossier, are part of something that is called so, as a trip (`joinedWords`). */
  joined: (words: string) => `j:${words}`,
  /** What countries are called. Touched when the site gives one another name; every page names some. */
  countryNames: () => "countries",
  /** What subjects of agreements are called. Touched when the desk names one. */
  subjects: () => "subjects",
  /** What the page about the site says. Touched when an admin writes a part of it. */
  about: () => "about",
  /** Which dossiers there are, their names, and how many records of each kind they have. */
  dossiers: () => "d",
} as const;

/**
 * Noted in place of a cache tag by a page that is not worth keeping, as an empty one of which there are thousands of
 * addresses: it is made for who asks, and no document of it is kept.
 */
export const notKeptTag = "-";

/** Noted in place of a cache tag by a page that says that what stood there was withdrawn: it is answered with status 410. */
export const goneTag = "x";

function spanName(span: ListSpan): string {
  if (typeof span === "string") return span;
  return "decade" in span ? `${span.decade}s` : String(span.year);
}
