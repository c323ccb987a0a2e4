/** schema.org descriptions (JSON-LD) of the site, its dossiers and the way to a page. Records: json-ld-records.ts. */
import type {
  BreadcrumbListLeaf,
  CollectionLeaf,
  CountryLeaf,
  CreativeWorkLeaf,
  DatasetLeaf,
  LanguageLeaf,
  WebSiteLeaf,
  WithContext,
} from "schema-dts";
import { countryName } from "@/lib/domain/countries";
import type { AgreementRelation } from "@/lib/domain/kinds/agreement-terms";
import { languageTag } from "@/lib/domain/languages";
import { machineDate } from "@/lib/domain/partial-date";
import { countriesOf } from "@/lib/domain/sides";
import { recordPath } from "@/lib/record-paths";
import { listPaths } from "@/lib/routes";
import type { PublishedRecord } from "@/lib/domain/published";
import type { DescribedFile } from "./json-ld-files";
import { dossierName, type DossierName, type Site } from "./site";

/** What a description needs to know besides the record. */
export interface LdContext {
  site: Site;
  dossier: DossierName;
  /** BCP 47 language tag of the page. */
  locale: string;
  /** The ISO day as of which the page tells of things. */
  day: string;
  /** The sources that the record cites. */
  sources: readonly PublishedRecord<"source">[];
  /** The whole addresses of the people that the record names, by their ids. */
  people?: ReadonlyMap<string, string>;
  /** What the page says of itself, for records that have no text of their own to be described by. */
  page?: { title: string; description: string };
  /** The files that its page shows. */
  files?: readonly DescribedFile[];
  /** The agreements that an agreement relates to, by their local addresses. */
  related?: readonly { href: string; title: string; relations?: readonly AgreementRelation[] }[];
}

/**
 * A whole description, of whatever type. Each is checked where it is made, by the very type that it names: schema-dts'
 * unions of all types cost the compiler a tenth of its time.
 */
export interface Description {
  "@context": "https://schema.org";
  "@type": string;
}

/** A description as the text of a script element: no `<` that could end it. */
export function ldText(thing: Description): string {
  return JSON.stringify(thing).replaceAll("<", "\\u003c");
}

/** The way from the home page to this one; `path` starts with a slash. */
export function breadcrumbLd(
  trail: readonly { name: string; path: string }[],
  site: Site,
): WithContext<BreadcrumbListLeaf> {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: trail.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: site.origin + path,
    })),
  };
}

/** The site itself, with its search. */
export function siteLd(site: Site): WithContext<WebSiteLeaf> {
  const search = {
    "@type": "SearchAction" as const,
    target: { "@type": "EntryPoint" as const, urlTemplate: `${site.origin}/search?q={q}` },
    "query-input": "required name=q",
  };
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name: site.name,
    url: `${site.origin}/`,
    license: site.licence.url,
    potentialAction: search,
  };
}

/** A dossier: the collection of all that is recorded of two countries. */
export function dossierLd(
  record: PublishedRecord<"dossier">,
  { site, locale, sources }: Pick<LdContext, "site" | "locale" | "sources">,
): WithContext<CollectionLeaf> {
  const dossier = dossierName(record);
  return {
    "@context": "https://schema.org",
    "@type": "Collection",
    "@id": address(site, dossier, record),
    url: address(site, dossier, record),
    name: record.title,
    abstract: record.values.summary,
    about: countriesOf({
      parties: dossier.countries,
      predecessors: record.values.predecessors,
    }).map((code) => countryLd(code, locale)),
    inLanguage: "en",
    datePublished: record.publishedAt,
    dateModified: record.updatedAt,
    license: site.licence.url,
    citation: sources.map((source) => sourceReference(source, { site, dossier })),
    // A collection is not downloaded itself: its lists are.
    hasPart: listPaths(dossier.slug).map((path): DatasetLeaf => ({
      "@type": "Dataset",
      "@id": site.origin + path,
      name: `${record.title}: ${path.split("/").at(-1)}`,
      license: site.licence.url,
      distribution: distributionLd(site.origin + path),
    })),
  };
}

/** A list of a dossier as a data set to be downloaded; name and description are the page's own. */
export function listDatasetLd(
  { site, dossier, locale }: Pick<LdContext, "site" | "dossier" | "locale">,
  list: { path: string; name: string; description: string; updatedAt?: string; years?: readonly number[] },
): WithContext<DatasetLeaf> {
  const url = `${site.origin}/${dossier.slug}/${list.path}`;
  const years = list.years?.length ? [Math.min(...list.years), Math.max(...list.years)] : null;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    "@id": url,
    url,
    name: list.name,
    description: list.description,
    license: site.licence.url,
    creator: { "@type": "Organization", name: site.name, url: `${site.origin}/` },
    spatialCoverage: dossier.countries.map((code) => countryLd(code, locale)),
    ...(years && { temporalCoverage: years[0] === years[1] ? String(years[0]) : years.join("/") }),
    ...(list.updatedAt && { dateModified: list.updatedAt }),
    distribution: distributionLd(url),
  };
}

/** A list's files, by its address: all that can be downloaded. */
export function distributionLd(list: string) {
  return Object.entries(tableTypes).map(([ending, encodingFormat]) => ({
    "@type": "DataDownload" as const,
    encodingFormat,
    contentUrl: `${list}.${ending}`,
  }));
}

const tableTypes = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
} as const;

/** A country by its name in the page's language and its ISO code. */
export function countryLd(code: string, locale: string): CountryLeaf {
  return { "@type": "Country", name: countryName(code, locale), identifier: code };
}

/** A source as other descriptions point to it. */
export function sourceReference(
  source: PublishedRecord<"source">,
  { site, dossier }: Pick<LdContext, "site" | "dossier">,
): CreativeWorkLeaf {
  return { "@type": "CreativeWork", "@id": address(site, dossier, source), name: source.title };
}

/** The whole address of a record's page; `dossier` is null for what is read above all dossiers. */
export function address(
  site: Site,
  dossier: Pick<DossierName, "slug"> | null,
  record: Pick<PublishedRecord, "kind" | "slug">,
): string {
  return site.origin + recordPath(dossier?.slug ?? "", record);
}

/** The first and the last day or year of what lasted, each only where it is known; of a single date, the first alone. */
export function spanLd(stored: string | undefined): { startDate?: string; endDate?: string } {
  const [start, end] = (stored ?? "").split("/").map(dateLd);
  return { ...(start && { startDate: start }), ...(end && { endDate: end }) };
}

/** A language as schema.org takes it: by its BCP 47 tag, or under its name where it has none that is known. */
export function languageLd(language: string): string | LanguageLeaf {
  return languageTag(language) ?? { "@type": "Language", name: language };
}

/** A licence: its web address, or what it is called. */
export function licenceLd(licence: string): string | CreativeWorkLeaf {
  const isAddress = URL.canParse(licence) && /^https?:$/.test(new URL(licence).protocol);
  return isAddress ? licence : { "@type": "CreativeWork", name: licence };
}

/** A date as schema.org takes it: only whole, single, certain ones. */
export function dateLd(stored: string | undefined): string | undefined {
  return stored && machineDate(stored);
}
