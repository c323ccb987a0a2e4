/** Published records as they stood at a moment, from the copies that were kept of them. */
import "server-only";
import { keptCopy, shownCopy } from "@/lib/domain/kept-copy";
import { type KindKey, kindOf, type RecordValues } from "@/lib/domain/kinds/registry";
import { endDay, listFacets } from "@/lib/domain/list-facets";
import { sortDateOf } from "@/lib/domain/projection";
import type { PublishedRecord } from "@/lib/domain/published";
import type { Sides } from "@/lib/domain/sides";
import type { RecordCourse } from "./courses";

/** A record as it stood, with what lists narrow and place it by. */
export type StoodRecord<K extends KindKey = KindKey> = PublishedRecord<K> & {
  facets: readonly string[];
  /** The ISO day on which it ended, where that is in a later year than that by which it is sorted. */
  endDate: string | null;
};

/**
 * The record of a course whose version of the moment, an ISO instant, may be shown; null of others. `sides` are those of its dossier then. When it
 * was verified, and whether it was under review, is not kept by version.
 */
export function stoodRecord(
  course: RecordCourse,
  dossierId: string | null,
  sides: Sides | null,
  moment: string,
): StoodRecord | null {
  const { id, kind, stood, now, named, copy } = course;
  if (!stood || !now || !named || !copy) return null;
  const definition = kindOf(kind);
  const kept = keptCopy(kind, copy.values);
  const values = shownCopy(definition, copy.values);
  return {
    id,
    kind,
    slug: named.slug,
    title: copy.title,
    dossierId,
    sortDate: sortDateOf(definition, values),
    version: stood.version,
    publishedAt: now.since < stood.at ? now.since : stood.at,
    updatedAt: stood.at,
    verifiedAt: null,
    underReviewSince: null,
    // A copy that was published is whole.
    values: values as RecordValues<KindKey>,
    facets: listFacets(definition, kept, sides, moment.slice(0, 10)),
    endDate: endDay(definition, kept),
  };
}
