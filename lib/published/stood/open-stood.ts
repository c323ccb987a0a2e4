/** A dossier as it stood at a moment: its readings of then, and what has become since of what they show. */
import "server-only";
import { type DossierKindKey, kindOf } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { sidesIn } from "@/lib/domain/sides";
import type { ChangedSince } from "@/lib/domain/stood/course";
import { periodAddress, splitSlug, type TradePeriod } from "@/lib/domain/trade-period";
import type { DossierReads } from "../dossier-reads";
import { newestFirst } from "../record-order";
import { changesOf, nothingOfAt, type NothingStood } from "./changed-since";
import { coursesIn, mostStood, type RecordCourse, sharedCourses } from "./courses";
import { readsOf } from "./reads-at";
import type { Stood } from "./select-lists";
import { type StoodRecord, stoodRecord } from "./stood-records";
import { citedBy, stoodSources } from "./stood-sources";

export type StoodDossier =
  /** Nothing can be shown, or it is too much. */
  | NothingStood
  | { is: "too much" }
  | {
      is: "stood";
      record: PublishedRecord<"dossier">;
      reads: DossierReads;
      /** The latest first. */
      since: ChangedSince[];
    };

/**
 * A published dossier as it stood at a moment, of its records those of some kinds, at most `most`; of what has changed since on the page of a
 * year of trade that of its period alone. At most three statements.
 */
export async function stoodDossier(
  dossierId: string,
  kinds: readonly DossierKindKey[],
  moment: string,
  ofPeriod: TradePeriod | null = null,
  most = mostStood,
): Promise<StoodDossier> {
  const courses = await coursesIn([dossierId], kinds, moment, most);
  if (courses === null) return { is: "too much" };
  const own = courses.find(({ id }) => id === dossierId);
  const nothing = nothingOfAt(own, moment);
  if (nothing) return nothing;
  const record = own && stoodRecord(own, null, null, moment);
  if (!record) return { is: "before", first: null };
  const sides = sidesIn(record.values);
  const records = courses.flatMap((course): Stood[] => {
    const found = course.id === dossierId ? null : stoodRecord(course, dossierId, sides, moment);
    return found && isInDossier(found) ? [found] : [];
  });
  records.sort(newestFirst);
  const dossier = record as PublishedRecord<"dossier">;
  const sources = stoodSources(dossierId, [dossier, ...records], moment);
  const shown = ofPeriod ? records.filter((one) => isOfYear(one, ofPeriod)) : [dossier, ...records];
  const cited = citedBy(shown);
  const told = [
    ...courses.filter((course) => !ofPeriod || isNamedBy(course, ofPeriod)),
    ...(await sources.courses()).filter(({ id }) => cited.has(id)),
  ];
  const since = changesOf(told, moment);
  return { is: "stood", record: dossier, reads: readsOf(dossier, records, sources), since };
}

function isInDossier(record: StoodRecord): record is Stood {
  return kindOf(record.kind).inDossier;
}

/** Whether a record has figures or products of the year in which a period begins. */
function isOfYear({ values }: Stood, { year }: TradePeriod): boolean {
  return "year" in values && values.year === year;
}

/** The same by its address, which is all that is left of what was withdrawn. */
function isNamedBy({ kind, slug }: RecordCourse, period: TradePeriod): boolean {
  if (slug === null) return false;
  if (kind === "tradeYear") return splitSlug(slug).period === periodAddress(period);
  return kind === "tradeProducts" && slug.split("-").includes(String(period.year));
}

/** A published person as it stood at a moment: its own record alone, by one statement. */
export async function stoodPerson(
  personId: string,
  moment: string,
): Promise<NothingStood | { is: "stood"; record: PublishedRecord<"person">; since: ChangedSince[] }> {
  const courses = await sharedCourses([personId], moment);
  const [own] = courses;
  const nothing = nothingOfAt(own, moment);
  if (nothing) return nothing;
  const record = own && stoodRecord(own, null, null, moment);
  return record?.kind === "person"
    ? { is: "stood", record: record as PublishedRecord<"person">, since: changesOf(courses, moment) }
    : { is: "before", first: null };
}
