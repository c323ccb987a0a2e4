/** The published record as pages, files and feeds see it. */
import type { KindKey, RecordValues } from "./kinds/registry";

/** A published record with its values, as its kind's definition has them. */
export interface PublishedRecord<K extends KindKey = KindKey> {
  id: string;
  kind: K;
  slug: string;
  title: string;
  /** The dossier's id; null for dossiers themselves and for sources. */
  dossierId: string | null;
  /** The ISO day by which lists are sorted. */
  sortDate: string | null;
  version: number;
  /** ISO instants. */
  publishedAt: string;
  updatedAt: string;
  /** When it was last verified, null where it never was. What shows it notes `cacheTag.verified`. */
  verifiedAt: string | null;
  /** Since when its page says that it is under review; null where it does not. What shows it notes `cacheTag.underReview`. */
  underReviewSince: string | null;
  values: RecordValues<K>;
}
