/** The sources of a dossier as they stood at a moment, and to which day they reached then. */
import "server-only";
import { cappedCount } from "@/lib/domain/capped-count";
import { database } from "@/lib/database/client";
import { LIST_PAGE } from "@/lib/domain/list-periods";
import { parsePartialDate } from "@/lib/domain/partial-date";
import type { PublishedRecord } from "@/lib/domain/published";
import type { SourcesPage } from "../cited-sources";
import type { SourceWithNumber } from "../numbered-sources";
import { type RecordCourse, sharedCourses } from "./courses";
import type { Stood } from "./select-lists";
import { stoodRecord } from "./stood-records";

type Cites = PublishedRecord<"event">["values"]["citations"][number];

/** What a record cites. */
export function citationsOf({ values }: Pick<PublishedRecord, "values">): readonly Cites[] {
  // Of people there are none.
  return "citations" in values ? (values.citations as readonly Cites[]) : [];
}

/** The ids of the sources that records cite, each with how many of them do. */
export function citedBy(records: readonly Pick<PublishedRecord, "values">[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const record of records)
    for (const id of new Set(citationsOf(record).map(({ source }) => source)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** The sources of a dossier's records at a moment: two statements for all, sent when the first is asked for. */
export interface StoodSources {
  /** All of them, by number. */
  numbered(): Promise<SourceWithNumber[]>;
  courses(): Promise<RecordCourse[]>;
}

/** Those that these records of a dossier cited. What was withdrawn since is not among them. */
export function stoodSources(
  dossierId: string,
  records: readonly Pick<PublishedRecord, "values">[],
  moment: string,
): StoodSources {
  const ids = [...citedBy(records).keys()];
  let reading: Promise<{ courses: RecordCourse[]; numbered: SourceWithNumber[] }> | undefined;
  const read = () => (reading ??= readSources(dossierId, ids, moment));
  return {
    numbered: async () => (await read()).numbered,
    courses: async () => (await read()).courses,
  };
}

async function readSources(dossierId: string, ids: string[], moment: string) {
  const [courses, numbers] = await Promise.all([
    sharedCourses(ids, moment),
    database().sourceNumber.findMany({
      where: { dossierId, sourceId: { in: ids } },
      orderBy: { number: "asc" },
    }),
  ]);
  const sources = new Map(courses.map((course) => [course.id, stoodRecord(course, null, null, moment)]));
  const numbered = numbers.flatMap(({ sourceId, number }) => {
    const source = sources.get(sourceId);
    return source?.kind === "source" ? { number, source: source as PublishedRecord<"source"> } : [];
  });
  return { courses, numbered };
}

/** A page of them, with how many of these records cite each. */
export function sourcesPageOf(
  numbered: readonly SourceWithNumber[],
  records: readonly Pick<PublishedRecord, "values">[],
  page: number,
): SourcesPage {
  const cited = citedBy(records);
  const own = numbered.filter(({ number }) => Math.ceil(number / LIST_PAGE) === page);
  return {
    sources: own.map((one) => ({ ...one, citedBy: cappedCount(cited.get(one.source.id) ?? 0) })),
    all: cappedCount(numbered.length),
    pages: Math.ceil((numbered.at(-1)?.number ?? 0) / LIST_PAGE),
  };
}

/** To which ISO day the sources of some of the records reached: the same as `sourceReaches` reads of what is recorded now. */
export function reachesOf(
  records: readonly Stood[],
  recordIds: readonly string[],
  numbered: readonly SourceWithNumber[],
): Map<string, string> {
  const supporting = (record: Stood) => citationsOf(record).filter(({ states }) => states === undefined);
  const sources = new Map(numbered.map(({ source }) => [source.id, source]));
  const toldBy = (sourceId: string, own: Stood) =>
    records
      .filter((one) => one.sortDate !== null && one.publishedAt <= own.updatedAt)
      .filter((one) => supporting(one).some(({ source }) => source === sourceId))
      // A figure of a year is told after it.
      .map(({ kind, sortDate }) => (kind === "tradeYear" ? `${sortDate!.slice(0, 4)}-12-31` : sortDate!));
  const reaches = new Map<string, string>();
  for (const own of records.filter(({ id }) => recordIds.includes(id)))
    for (const { source: id } of supporting(own)) {
      const source = sources.get(id);
      if (!source) continue;
      const { date, accessedOn } = source.values;
      const day = lastDayOf(date) ?? lastDayOf(accessedOn) ?? toldBy(id, own).sort().at(-1);
      if (day !== undefined && day > (reaches.get(own.id) ?? "")) reaches.set(own.id, day);
    }
  return reaches;
}

function lastDayOf(date: string | undefined): string | undefined {
  const read = date ? parsePartialDate(date) : null;
  return (read?.ok && (read.date.latest ?? read.date.earliest)) || undefined;
}
