/**
 * What stood at a moment, by what was published and withdrawn. Versions that were published are kept for good; what was
 * withdrawn since stays away, also where its record is published again: it may have been withdrawn for what it said.
 */
import type { Happened } from "../change-log";
import type { KindKey } from "../kinds/registry";

/** How the publications of one record lie about a moment. Instants are ISO. */
export interface Course {
  /** Its last publication by then, null where there was none. */
  stood: { version: number; at: string } | null;
  /** When it was first withdrawn after that publication; null where it was not. */
  goneAt: string | null;
  /** As it is published now: since when, and its last publication. Null where it is not. */
  now: { version: number; since: string; at: string } | null;
}

/** Something that happened to a record after the moment. */
export interface Since {
  happened: Happened;
  at: string;
}

/** Something that was added, changed or withdrawn since a moment. */
export interface ChangedSince {
  id: string;
  kind: KindKey;
  happened: Happened;
  /** ISO instant. */
  at: string;
  /** As it is called and addressed now; null of what is not published now. */
  record: { id: string; slug: string; title: string; version: number } | null;
  /** What an editor said of its last publication. */
  changeNote: string | null;
  /** The version that stood then, where its address shows it; null of others. */
  then: number | null;
}

/** Whether the record was published at the moment, shown now or not. */
export function stoodAt({ stood, goneAt }: Course, moment: string): boolean {
  return stood !== null && (goneAt === null || goneAt > moment);
}

/** Whether its version of the moment may be shown. */
export function isShownAt(course: Course): boolean {
  return course.stood !== null && course.goneAt === null;
}

/** What has become of the record since the moment; null where it is as it was, and of what neither stood then nor stands now. */
export function sinceThen(course: Course, moment: string): Since | null {
  const { stood, goneAt, now } = course;
  if (stoodAt(course, moment) && stood) {
    if (goneAt !== null)
      return now ? { happened: "again", at: now.at } : { happened: "withdrawn", at: goneAt };
    return now && now.version > stood.version ? { happened: "changed", at: now.at } : null;
  }
  if (!now) return null;
  return stood === null && now.since > moment
    ? { happened: "added", at: now.since }
    : { happened: stood === null ? "added" : "again", at: now.at };
}
