/**
 * The table of readers' addresses: what there is to read, and under which path. Links, the server, the site map and
 * the checks read it. It follows from the kinds of records: a new kind's list, pages and files need nothing here.
 */
import { routing } from "@/i18n/routing";
import { citeFormats } from "@/lib/domain/cite-formats";
import { isCountry } from "@/lib/domain/countries";
import { kindKeys, kinds, type KindKey } from "@/lib/domain/kinds/registry";
import { reservedSlugs, slugPattern } from "@/lib/domain/slug";
import { isCited, type Route, type Target } from "./route-targets";

/** The first segment of the addresses of people. */
const people = "people";
/** The path of the index of people. */
export const peoplePath = `/${people}`;
export const aboutPath = "/about";

/** The first segment of the addresses of countries. */
const countries = "countries";

/** The path of the page of a country's dossiers, by its ISO 3166-1 alpha-2 code. */
export function countryPath(code: string): string {
  return `/${countries}/${code.toLowerCase()}`;
}
const reciprocity = "reciprocity";

/** The path of how the two sides of a dossier return what each does. */
export function reciprocityPathOf(dossierSlug: string): string {
  return `/${dossierSlug}/${reciprocity}`;
}

const calendar = "calendar";
const calendarFile = `${calendar}.ics`;

/** The path of what falls on the days to come: in a dossier, or on the whole site. */
export function calendarPath(dossierSlug?: string): string {
  return dossierSlug === undefined ? `/${calendar}` : `/${dossierSlug}/${calendar}`;
}

/** The path of the same as a file, to which calendar programs subscribe. */
export function calendarFilePath(dossierSlug?: string): string {
  return dossierSlug === undefined ? `/${calendarFile}` : `/${dossierSlug}/${calendarFile}`;
}

const changes = "changes";
/** The path of what was changed on the whole site. */
export const changesPath = `/${changes}`;
/** The first segment of the forms in which readers report errors. */
const report = "report";
const sent = "sent";

/** The path of the form in which a reader says what is wrong with a record. */
export function reportPath(id: string): string {
  return `/${report}/${id}`;
}

/** The path of the page that thanks for a report. */
export function reportSentPath(id: string): string {
  return `${reportPath(id)}/${sent}`;
}
const recordId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The formats of a table, as the end of its address says them. `spreadsheet.csv` is the CSV with a byte-order mark. */
export const tableFormats = ["csv", "spreadsheet.csv", "xlsx", "json", "csv-metadata.json"] as const;
export type TableFormat = (typeof tableFormats)[number];

/** The path of a dossier's records of one kind as a table; without a dossier, of all people. */
export function tablePath(kind: KindKey, dossierSlug: string | null, format: TableFormat): string {
  const path = dossierSlug === null ? peoplePath : `/${dossierSlug}/${kinds[kind].path}`;
  return `${path}.${format}`;
}

/** The files of the whole site. */
export const siteFiles: readonly string[] = [
  "/feed.atom",
  calendarFilePath(),
  "/sitemap.xml",
  "/sitemap-dossiers.xml",
  "/sitemap-people.xml",
  ...tableFormats.map((format) => tablePath("person", null, format)),
  "/robots.txt",
  "/icon.svg",
  "/favicon.ico",
  "/apple-icon.png",
  "/share.png",
  ...[people, calendar, changes].map((of) => `/${shareImageOf(of)}`),
];
const dossierFeed = "feed.atom";
/** The name of the image that stands beside links to a dossier or a country elsewhere, and to the site. */
export const shareImage = "share.png";

/** The name of the image of a list. */
export function shareImageOf(list: string): string {
  return `share-${list}.png`;
}
const dossierMap = "sitemap.xml";
/** Further site maps of a dossier with more records than one holds. */
const furtherMap = /^sitemap-(?:[2-9]|[1-9]\d{1,2})\.xml$/;

/** The kinds that have a list and a page for each record (or year), by the list's path. */
const kindOfList = new Map<string, KindKey>(
  kindKeys.filter((key) => kinds[key].ownPage).map((key) => [kinds[key].path, key]),
);

/** The kind whose list has this path below a dossier; undefined where none has. */
export function kindOfListAt(path: string): KindKey | undefined {
  return kindOfList.get(path);
}

/** The names of a dossier's files below its address. */
const dossierFiles = new Set([
  dossierFeed,
  dossierMap,
  calendarFile,
  shareImage,
  ...[...kindOfList.keys()].map(shareImageOf),
  ...kindKeys
    .filter((key) => key !== "person")
    .flatMap((key) => tableFormats.map((format) => `${kinds[key].path}.${format}`)),
]);
const prefixes: readonly string[] = routing.locales.filter((locale) => locale !== routing.defaultLocale);

/** The first page under the prefix of the site's first language, which addresses go without. */
export const prefixedHome = `/${routing.defaultLocale}`;

/** What stands at a path without a query, in its one spelling; null where no page or file of ours could be. */
export function readRoute(path: string): Route | null {
  const [, first = "", ...rest] = path.split("/");
  if (prefixes.includes(first)) {
    const page = readTarget(rest);
    const isFile = page?.is === "site file" || page?.is === "file";
    return page && !isFile ? { locale: first, page } : null;
  }
  const page = readTarget(first === "" ? rest : [first, ...rest]);
  return page && { locale: routing.defaultLocale, page };
}

/** Whether a path, without or with a query, is that of a file: a feed, a site map, a list as a table. */
export function isFilePath(path: string): boolean {
  const page = readRoute(path.split("?", 1)[0]!)?.page;
  return page?.is === "file" || page?.is === "site file";
}

/** How a page is cited: a file below its address. */
const citeFiles: ReadonlySet<string> = new Set(Object.keys(citeFormats).map((format) => `cite.${format}`));

/** The path of the file that says how the page at a path is cited. */
export function citePath(path: string, format: string): string {
  return `${path === "/" ? "" : path}/cite.${format}`;
}

/** The path of the page of which a path is the file that says how it is cited; null for all other paths. */
export function pathCitedBy(path: string): string | null {
  const cut = path.lastIndexOf("/");
  return citeFiles.has(path.slice(cut + 1)) && isFilePath(path) ? path.slice(0, cut) || "/" : null;
}

function readTarget(segments: readonly string[]): Target | null {
  if (citeFiles.has(segments.at(-1) ?? "")) {
    const cited = readTarget(segments.slice(0, -1));
    if (!isCited(cited)) return null;
    return "dossier" in cited ? { is: "file", dossier: cited.dossier } : { is: "site file" };
  }
  const [first, list, slug, ...more] = segments;
  if (first === undefined) return { is: "home" };
  if (more.length > 0) return null;
  if (first === report && list !== undefined && recordId.test(list))
    return slug === undefined || slug === sent ? { is: "report", id: list, isSent: slug === sent } : null;
  if (list === undefined) {
    if (first === "search") return { is: "search" };
    if (first === "about") return { is: "about" };
    if (first === people) return { is: "people" };
    if (first === changes) return { is: "changes" };
    if (first === calendar) return { is: "calendar" };
    if (siteFiles.includes(`/${first}`)) return { is: "site file" };
  }
  if (first === people && list !== undefined && slug === undefined)
    return slugPattern.test(list) ? { is: "person", slug: list } : null;
  if (first === countries && list !== undefined && (slug === undefined || slug === shareImage)) {
    if (!isCountry(list.toUpperCase()) || list !== list.toLowerCase()) return null;
    return slug === undefined ? { is: "country", code: list } : { is: "site file" };
  }
  if (!slugPattern.test(first) || reservedSlugs.includes(first)) return null;
  if (list === undefined) return { is: "dossier", dossier: first };
  if (slug === undefined && (dossierFiles.has(list) || furtherMap.test(list)))
    return { is: "file", dossier: first };
  if (list === reciprocity && slug === undefined) return { is: "reciprocity", dossier: first };
  if (list === calendar && slug === undefined) return { is: "dossier calendar", dossier: first };
  if (list === changes && slug === undefined) return { is: "dossier changes", dossier: first };
  if (list === changes && slug !== undefined)
    return recordId.test(slug) ? { is: "record changes", dossier: first, id: slug } : null;
  const kind = kindOfList.get(list);
  if (kind === undefined) return null;
  if (slug === undefined) return { is: "list", dossier: first, kind };
  return slugPattern.test(slug) ? { is: "record", dossier: first, kind, slug } : null;
}

/** A path with the prefix of its language; the site's first language has none. */
export function localPath(locale: string, path: string): string {
  if (locale === routing.defaultLocale) return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** A local path without the prefix of its language. */
export function plainPath(path: string, locale: string): string {
  const prefix = localPath(locale, "/");
  if (prefix === "/") return path;
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
}

/** The path of a dossier's feed, or of the site's. */
export function feedPath(dossierSlug?: string): string {
  return dossierSlug === undefined ? `/${dossierFeed}` : `/${dossierSlug}/${dossierFeed}`;
}

/** Whether a path is that of a feed. */
export function isFeedPath(path: string): boolean {
  return isFilePath(path) && path.endsWith(`/${dossierFeed}`);
}

/** The paths of a dossier's lists. */
export function listPaths(dossierSlug: string): string[] {
  return [...kindOfList.keys()].map((list) => `/${dossierSlug}/${list}`);
}

/** The path of a dossier's site map, and from part 2 on of those for what does not fit. */
export function sitemapPath(dossierSlug: string, part = 1): string {
  return `/${dossierSlug}/${part === 1 ? dossierMap : `sitemap-${part}.xml`}`;
}

/** The paths of a dossier's files. */
export function filePaths(dossierSlug: string): string[] {
  return [...dossierFiles].map((file) => `/${dossierSlug}/${file}`);
}
