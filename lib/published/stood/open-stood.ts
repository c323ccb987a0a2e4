/** A dossier as it stood at a moment: its readings of then, and what has become since of what they show. */
import "server-only";
import { type DossierKindKey, kindOf } from "@/lib/domain/kinds/registry";
import type { PublishedRecord } from "@/lib/domain/published";
import { sidesIn } from "@/lib/domain/sides";
import { type ChangedSince, isShownAt, sinceThen, stoodAt } from "@/lib/domain/stood/course";
import { periodAddress, splitSlug, type TradePeriod } from "@/lib/domain/trade-period";
import type { DossierReads } from "../dossier-reads";
import { newestFirst } from "../record-order";
import { coursesIn, mostStood, type RecordCourse } from "./courses";
import { readsOf } from "./reads-at";
import type { Stood } from "./select-lists";
import { type StoodRecord, stoodRecord } from "./stood-records";
import { citedBy, stoodSources } from "./stood-sources";

export type StoodDossier =
  /** Nothing can be shown: nothing was published then, what stood was withdrawn, or it is too much. Instants are ISO. */
  | { is: "before"; first: string | null }
  | { is: "away"; at: string }
  | { is: "too much" }
  | {
      is: "stood";
      record: PublishedRecord<"dossier">;
      reads: DossierReads;
      /** The latest first. */
      since: ChangedSince[];
    };

/**
 * A published dossier as it stood at a moment, of its records those of some kinds; of what has changed since on the page of a
 * year of trade that of its period alone. At most three statements.
 */
export async function stoodDossier(
  dossierId: string,
  kinds: readonly DossierKindKey[],
  moment: string,
  ofPeriod: TradePeriod | null = null,
): Promise<StoodDossier> {
  const courses = await coursesIn(dossierId, kinds, moment);
  const own = courses.find(({ id }) => id === dossierId);
  if (courses.length > mostStood) return { is: "too much" };
  if (!own || !stoodAt(own, moment)) return { is: "before", first: firstAfter(own, moment) };
  const record = stoodRecord(own, null, null);
  if (!isShownAt(own) || !record) return { is: "away", at: own.goneAt ?? moment };
  const sides = sidesIn(record.values);
  const records = courses.flatMap((course): Stood[] => {
    const found = course.id === dossierId ? null : stoodRecord(course, dossierId, sides);
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
  const since = told
    .flatMap((course) => changeOf(course, moment))
    .sort((one, other) => (one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? 1 : -1));
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

function firstAfter(own: RecordCourse | undefined, moment: string): string | null {
  const { since, at } = own?.now ?? {};
  return since && since > moment ? since : (at ?? null);
}

function changeOf(course: RecordCourse, moment: string): ChangedSince[] {
  const { id, kind, stood, now, named } = course;
  const since = sinceThen(course, moment);
  if (!since) return [];
  // What was withdrawn is told of by its kind alone.
  const record = named && now ? { id, slug: named.slug, title: named.title, version: now.version } : null;
  const then = since.happened === "changed" ? (stood?.version ?? null) : null;
  return [{ id, kind, ...since, record, changeNote: record && (named?.changeNote ?? null), then }];
}
