/** Where, in what language and of which two countries records are shown: what every view needs besides its record. */
import { countryAtStart, countryInText, countryName } from "@/lib/domain/countries";
import type { DraftOf } from "@/lib/domain/kinds/define-kind";
import type { KindKey, Kinds } from "@/lib/domain/kinds/registry";
import type { Sides } from "@/lib/domain/sides";
import type { KeptSubject } from "@/lib/domain/subjects";
import { type Addressed, recordPath } from "@/lib/record-paths";
import { localPath } from "@/lib/routes";

export interface Setting extends Sides {
  locale: string;
  /** The dossier's slug. */
  slug: string;
  /** ISO instant of the last change to the dossier's own record: since when what is missing is known to be. */
  checkedAt: string;
  /** The moment as which the dossier is shown, as addresses spell it; none where it is shown as recorded now. */
  stood?: string;
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

type Place = Pick<Setting, "locale" | "slug"> & { stood?: string | undefined };

/** The address of one of a dossier's records, as it is recorded now, or of the dossier itself. */
export function pathTo({ locale, slug, stood }: Place, record?: Addressed): string {
  return record
    ? localPath(locale, recordPath(slug, record))
    : localPath(locale, `/${slug}`) + asStood(stood);
}

/** The address of a part of a dossier: `history`, `visits`, …; with what is asked of it, as `?from=MX`. */
export function partPath({ locale, slug, stood }: Place, part: string, query = ""): string {
  return localPath(locale, `/${slug}/${part}`) + asStood(stood, query);
}

/** The query of an address that keeps to the moment of the page on which it stands. */
function asStood(stood: string | undefined, query = ""): string {
  if (stood === undefined) return query;
  return `?${new URLSearchParams({ stood }).toString()}${query.replace("?", "&")}`;
}
