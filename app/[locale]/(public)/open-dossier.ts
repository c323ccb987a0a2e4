import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { type Citing, type Notes, notesFor } from "@/components/public/notes/notes";
import { localPath } from "@/lib/routes";
import { partPath, pairName, pathTo, type Setting } from "@/components/public/frame/setting";
import type { Crumb } from "@/components/public/frame/breadcrumbs";
import { findDossier } from "@/lib/published/dossiers";
import { slugNow } from "@/lib/published/former-slugs";
import { keptSubjects } from "@/lib/published/subjects";
import { type DossierReads, readsOfNow } from "@/lib/published/dossier-reads";
import { noteTags } from "@/lib/published/note-tags";
import { atMoment, type ToCome } from "@/lib/published/stood/at-moment";
import { type StoodDossier, stoodDossier } from "@/lib/published/stood/open-stood";
import { nothingOf } from "@/lib/published/stood/reads-at";
import { goneTag } from "@/lib/domain/cache-tags";
import type { ChangedSince } from "@/lib/domain/stood/course";
import { dayShown, type Moment, readMoment } from "@/lib/domain/stood/moment";
import { readPeriodAddress } from "@/lib/domain/trade-period";
import type { Query } from "@/components/public/kind-view";
import type { PublishedRecord } from "@/lib/domain/published";
import type { DossierKindKey, KindKey } from "@/lib/domain/kinds/registry";
import type { AskedPeriod, OpenPeriod } from "@/lib/domain/list-periods";
import { slugPattern } from "@/lib/domain/slug";
import type { LdContext } from "@/lib/exchange/json-ld";
import { dossierName, type DossierName } from "@/lib/exchange/site";
import { site } from "@/lib/site";

export interface OpenDossier {
  record: PublishedRecord<"dossier">;
  setting: Setting;
  name: DossierName;
  /** The way to the dossier's overview. */
  trail: Crumb[];
  /** What its pages read of it. */
  reads: DossierReads;
  /** The moment as which it is shown; none where it is shown as it is recorded now. */
  stood?: AsItStood;
}

/**
 * The dossier at an address. One that once stood there, or the pair in the other order, is answered with a
 * permanent redirect that keeps `below`, the rest of the address; anything else with the page for what is not found.
 */
export async function openDossier(locale: string, slug: string, below = ""): Promise<OpenDossier> {
  const found = isSlug(slug) ? await findDossier(slug) : null;
  if (!found) notFound();
  if ("redirectTo" in found)
    permanentRedirect(localPath(locale, `/${found.redirectTo}${below && `/${below}`}`));
  return ofToday(locale, found);
}

const ofToday = cache((locale: string, record: PublishedRecord<"dossier">) =>
  surroundings(locale, record, readsOfNow(record.id)),
);

function surroundings(
  locale: string,
  record: PublishedRecord<"dossier">,
  reads: DossierReads,
  stood?: AsItStood,
): OpenDossier {
  const { countryA, countryB, predecessors } = record.values;
  const setting: Setting = {
    locale,
    slug: record.slug,
    ...(stood && { stood: stood.moment.spelled }),
    parties: [countryA, countryB],
    predecessors,
    checkedAt: record.updatedAt,
  };
  return {
    record,
    setting,
    name: dossierName(record),
    trail: [{ name: pairName(setting), href: pathTo(setting) }],
    reads,
    ...(stood && { stood }),
  };
}

/** What a page says of the moment as which it shows a dossier. */
export interface AsItStood {
  moment: Moment;
  /** Why there is nothing to show of it; null where there is. */
  nothing: Exclude<StoodDossier, { is: "stood" }> | ToCome | null;
  /** What was added, changed and withdrawn since among what the page is put together of, the latest first. */
  since: readonly ChangedSince[];
}

/**
 * The dossier at an address as its query asks for it: as it stood at a moment (`stood`), with its records of these kinds, or
 * as it is recorded now. Where nothing can be shown of the moment it has no records, and says why. `ofPeriod` is the address of
 * the year of trade whose page it is.
 */
export async function openDossierAt(
  { locale, slug, below }: { locale: string; slug: string; below?: string },
  query: Query,
  kinds: readonly DossierKindKey[],
  ofPeriod = "",
): Promise<OpenDossier> {
  const today = await openDossier(locale, slug, below);
  const moment = readMoment(query.stood);
  return moment ? asItStood(today, moment.spelled, kinds.join(" "), ofPeriod) : today;
}

// Remembered by plain arguments, and by the dossier, which is remembered itself.
const asItStood = cache(
  async (today: OpenDossier, spelled: string, kinds: string, ofPeriod: string): Promise<OpenDossier> => {
    const { record, setting } = today;
    const moment = readMoment(spelled)!;
    const found = await atMoment(moment, (at) =>
      stoodDossier(record.id, kinds.split(" ") as DossierKindKey[], at, readPeriodAddress(ofPeriod)),
    );
    if (found.is === "stood")
      return surroundings(setting.locale, found.record, found.reads, {
        moment,
        nothing: null,
        since: found.since,
      });
    if (found.is === "away") noteTags(goneTag);
    return surroundings(setting.locale, record, nothingOf(record), { moment, nothing: found, since: [] });
  },
);

/** The dossier with the subjects that the desk keeps, for pages of records that have one. */
export async function withSubjects(dossier: OpenDossier, kind: KindKey): Promise<OpenDossier> {
  if (kind !== "agreement") return dossier;
  return { ...dossier, setting: { ...dossier.setting, subjects: await keptSubjects() } };
}

/**
 * Answers for an address at which nothing is published: with a permanent redirect where a record stood there before its
 * address was changed, else with the page for what is not found. `pathAt` makes the path of a slug.
 */
export async function movedOrNotFound(
  locale: string,
  former: { dossierId: string | null; kind: KindKey; slug: string },
  pathAt: (slug: string) => string,
): Promise<never> {
  const now = isSlug(former.slug) ? await slugNow(former.dossierId, former.kind, former.slug) : null;
  if (now === null) notFound();
  permanentRedirect(localPath(locale, pathAt(now)));
}

/** The notes of a page of the dossier on which these stand, in this order. Reads the sources that they cite alone. */
export async function notesOf(
  { reads }: OpenDossier,
  citing: readonly Citing[],
): Promise<Notes<PublishedRecord<"source">>> {
  const ids = citing.flatMap(({ citations = [] }) => citations.flatMap(({ source }) => source ?? []));
  return notesFor(await reads.numberedSources(ids), citing);
}

/** What a page shows of a period without records. */
export function emptyPeriod({ span }: AskedPeriod): OpenPeriod {
  return { span: span ?? "all", count: 0, page: 1, pages: 1 };
}

/** The same of what stood at a moment: a period that has none any more is an answer where what stood in it was withdrawn. */
export function emptyAt({ stood }: OpenDossier, asked: AskedPeriod): OpenPeriod | null {
  return stood ? emptyPeriod(asked) : null;
}

/** Whether a segment of an address can be a slug at all: nothing else is worth a question to the database. */
export function isSlug(segment: string): boolean {
  return segment.length <= 120 && slugPattern.test(segment);
}

/** The way to a part of the dossier, and to one of its records. */
export function trailTo(
  { trail, setting }: OpenDossier,
  part: string,
  partName: string,
  record?: Crumb,
): Crumb[] {
  return [...trail, { name: partName, href: partPath(setting, part) }, ...(record ? [record] : [])];
}

/** What schema.org descriptions need of a page in this dossier: the site, the pair, and the sources it notes. */
export function described(
  { name, setting }: Pick<OpenDossier, "name" | "setting">,
  notes: Notes<PublishedRecord<"source">>,
): LdContext {
  return {
    site: site(),
    dossier: name,
    locale: setting.locale,
    day: dayShown(setting.stood),
    sources: notes.list.map(({ source }) => source),
  };
}

/** The latest change among records that a page shows, as an ISO instant; undefined where it shows none. */
export function latestChange(records: readonly { updatedAt: string }[]): string | undefined {
  return records
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
}
