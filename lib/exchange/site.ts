/** What files and structured data say of the site around a record. */
import type { PublishedRecord } from "@/lib/domain/published";

/** The site as files name it. */
export interface Site {
  name: string;
  /** The public origin without a slash at its end. */
  origin: string;
  /** The terms of the content. */
  licence: { name: string; url: string };
}

/** The dossier under which a record is read. */
export interface DossierName {
  slug: string;
  title: string;
  /** ISO 3166-1 alpha-2, in the dossier's own order. */
  countries: readonly [string, string];
}

/** How a published dossier is named in files. */
export function dossierName({ slug, title, values }: PublishedRecord<"dossier">): DossierName {
  return { slug, title, countries: [values.countryA, values.countryB] };
}
