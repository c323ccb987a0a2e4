/** What has become since a moment of what stood then, and why nothing can be shown of it. */
import "server-only";
import { type ChangedSince, isShownAt, sinceThen, stoodAt } from "@/lib/domain/stood/course";
import type { RecordCourse } from "./courses";

/** Why nothing of a record can be shown: it was not published then, or was withdrawn since. Instants are ISO. */
export type NothingStood = { is: "before"; first: string | null } | { is: "away"; at: string };

/** Why nothing can be shown of a record at a moment; null where it can. */
export function nothingOfAt(course: RecordCourse | undefined, moment: string): NothingStood | null {
  if (!course || !stoodAt(course, moment)) return { is: "before", first: firstAfter(course, moment) };
  return isShownAt(course) && course.copy ? null : { is: "away", at: course.goneAt ?? moment };
}

/** What has become of records, the latest first. */
export function changesOf(courses: readonly RecordCourse[], moment: string): ChangedSince[] {
  return courses.flatMap((course) => changeOf(course, moment)).sort(latestFirst);
}

/** ISO instant of the latest publication of what may be shown of the moment; undefined where nothing may. */
export function latestShown(courses: readonly RecordCourse[]): string | undefined {
  const instants = courses.flatMap(({ copy, stood }) => (copy && stood ? [stood.at] : []));
  return instants.reduce<string | undefined>(
    (latest, at) => (latest === undefined || at > latest ? at : latest),
    undefined,
  );
}

/** The order in which changes are told. For `sort`. */
export function latestFirst(one: ChangedSince, other: ChangedSince): number {
  if (one.at === other.at) return one.id < other.id ? -1 : 1;
  return one.at < other.at ? 1 : -1;
}

function firstAfter(own: RecordCourse | undefined, moment: string): string | null {
  const { since, at } = own?.now ?? {};
  return since && since > moment ? since : (at ?? null);
}

function changeOf(course: RecordCourse, moment: string): ChangedSince[] {
  const { id, kind, stood, now, named } = course;
  const since = sinceThen(course, moment);
  if (!since) return [];
  // What was withdrawn is told of by its kind alone; of people no page shows versions.
  const record = named && now ? { id, slug: named.slug, title: named.title, version: now.version } : null;
  const then = since.happened === "changed" && kind !== "person" ? (stood?.version ?? null) : null;
  return [{ id, kind, ...since, record, changeNote: record && (named?.changeNote ?? null), then }];
}
