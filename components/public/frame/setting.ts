/** Where, in what language and of which two countries records are shown: what every view needs besides its record. */
import { countryAtStart, countryInText, countryName } from "@/lib/domain/countries";
import type { DraftOf } from "@/lib/domain/kinds/define-kind";
import type { KindKey, Kinds } from "@/lib/domain/kinds/registry";
import type { Sides } from "@/lib/domain/sides";
import type { KeptSubject } from "@/lib/domain/subjects";
import { type Addressed, localPath, recordPath } from "@/lib/routes";

export interface Setting extends Sides {
  locale: string;
  /** The dossier's slug. */
  slug: string;
  /** ISO instant of the last change to the dossier's own record: since when what is missing is known to be. */
  checkedAt: string;
  /** The subjects of agreements that the desk keeps; only where agreements are shown. */
  subjects?: readonly KeptSubject[];
}

/** A record as the views take it: published, or a draft in which any field may still be empty. */
export interface Viewed<K extends KindKey = KindKey> {
  id: string;
  kind: K;
  slug: string;
  values: DraftOf<Kinds[K]>;
}

/** The two countries' names in the page's language, in the dossier's order. */
export function partyNames({ parties, locale }: Pick<Setting, "parties" | "locale">): [string, string] {
  return [countryName(parties[0], locale), countryName(parties[1], locale)];
}

/** The same names as they stand in running words: "the United States". */
export function partiesInText({ parties, locale }: Pick<Setting, "parties" | "locale">): [string, string] {
  return [countryInText(parties[0], locale), countryInText(parties[1], locale)];
}

/** The same at the beginning of a sentence: "The United States". */
export function partiesAtStart({ parties, locale }: Pick<Setting, "parties" | "locale">): [string, string] {
  return [countryAtStart(parties[0], locale), countryAtStart(parties[1], locale)];
}

/** "Kazakhstan–Mexico" in the page's language. */
export function pairName(setting: Pick<Setting, "parties" | "locale">): string {
  return partyNames(setting).join("–");
}

/** The address of one of a dossier's records, or of the dossier itself. */
export function pathTo({ locale, slug }: Pick<Setting, "locale" | "slug">, record?: Addressed): string {
  return localPath(locale, record ? recordPath(slug, record) : `/${slug}`);
}

/** The address of a part of a dossier: `history`, `visits`, … */
export function partPath({ locale, slug }: Pick<Setting, "locale" | "slug">, part: string): string {
  return localPath(locale, `/${slug}/${part}`);
}
