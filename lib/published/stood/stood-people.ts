/** The index of people as it stood at a moment: what `people-index.ts` reads of now. */
import "server-only";
import { LIST_PAGE } from "@/lib/domain/list-periods";
import type { PublishedRecord } from "@/lib/domain/published";
import type { ChangedSince } from "@/lib/domain/stood/course";
import type { PeoplePage } from "../people-index";
import { changesOf, latestShown } from "./changed-since";
import { mostStood, peopleCourses } from "./courses";
import { stoodRecord } from "./stood-records";

export type StoodPeople =
  { is: "too much" } | ({ is: "stood"; since: ChangedSince[]; changed: string | undefined } & PeoplePage);

/** A page of the people who had one at a moment, by the names of then, and what has become of them since. One statement. */
export async function stoodPeople(moment: string, page: number, most = mostStood): Promise<StoodPeople> {
  const courses = await peopleCourses(moment, most);
  if (courses === null) return { is: "too much" };
  const people = courses
    .flatMap((course) => (stoodRecord(course, null, null, moment) as PublishedRecord<"person"> | null) ?? [])
    .map(({ id, slug, title, values }) => ({ id, slug, name: title, country: values.country ?? null }))
    .sort((one, other) => one.name.localeCompare(other.name, "en") || (one.id < other.id ? -1 : 1));
  return {
    is: "stood",
    people: people.slice((page - 1) * LIST_PAGE, page * LIST_PAGE),
    all: people.length,
    pages: Math.ceil(people.length / LIST_PAGE),
    since: changesOf(courses, moment),
    changed: latestShown(courses),
  };
}
