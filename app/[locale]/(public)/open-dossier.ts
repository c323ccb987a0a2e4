import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { type Citing, type Notes, notesFor } from "@/components/public/notes/notes";
import { localPath } from "@/lib/routes";
import { partPath, pairName, pathTo, type Setting } from "@/components/public/frame/setting";
import type { Crumb } from "@/components/public/frame/breadcrumbs";
import { findDossier } from "@/lib/published/dossiers";
import { slugNow } from "@/lib/published/former-slugs";
import { keptSubjects } from "@/lib/published/subjects";
import { numberedSources } from "@/lib/published/numbered-sources";
import type { PublishedRecord } from "@/lib/domain/published";
import type { KindKey } from "@/lib/domain/kinds/registry";
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
  return surroundings(locale, found);
}

const surroundings = cache((locale: string, record: PublishedRecord<"dossier">): OpenDossier => {
  const { countryA, countryB, predecessors } = record.values;
  const setting: Setting = {
    locale,
    slug: record.slug,
    parties: [countryA, countryB],
    predecessors,
    checkedAt: record.updatedAt,
  };
  return {
    record,
    setting,
    name: dossierName(record),
    trail: [{ name: pairName(setting), href: pathTo(setting) }],
  };
});

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
  { record }: OpenDossier,
  citing: readonly Citing[],
): Promise<Notes<PublishedRecord<"source">>> {
  const ids = citing.flatMap(({ citations = [] }) => citations.flatMap(({ source }) => source ?? []));
  return notesFor(await numberedSources(record.id, ids), citing);
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
