/** The addresses of the site's pages, for search engines: site maps after the protocol of sitemaps.org. */
import type { KindKey } from "@/lib/domain/kinds/registry";
import { listPathOf, recordPath } from "@/lib/record-paths";
import { aboutPath, calendarPath, countryPath, listPaths } from "@/lib/routes";

export interface SitemapPage {
  /** Starts with a slash. */
  path: string;
  /** When it last changed, where the map follows that. */
  updatedAt?: Date;
}

/** A published record of the dossier whose map it is, or a source that it cites. */
export interface Placed {
  kind: KindKey;
  slug: string;
  updatedAt: Date;
}

/** More addresses than this, the protocol does not allow in one file. */
export const mostInFile = 50_000;

/**
 * The pages below a dossier's address on which one of these records is read, its lists included, each page once, with
 * the latest change to any record on it; a list without a record is as old as the dossier.
 */
export function dossierPages(dossierSlug: string, records: readonly Placed[], since: Date): SitemapPage[] {
  const pages = new Map<string, Date>(listPaths(dossierSlug).map((list) => [list, new Date(0)]));
  for (const record of records) {
    const [path = ""] = recordPath(dossierSlug, record).split("#");
    for (const one of [listPathOf(dossierSlug, record), path]) {
      const known = pages.get(one);
      if (!known || known < record.updatedAt) pages.set(one, record.updatedAt);
    }
  }
  return [...pages].map(([path, at]) => ({ path, updatedAt: at.getTime() === 0 ? since : at }));
}

/** The pages above all dossiers' own: the first page, what the site is, each dossier's, and each of these countries'. */
export function topPages(dossierSlugs: readonly string[], countries: readonly string[] = []): SitemapPage[] {
  const dossiers = dossierSlugs.map((slug) => `/${slug}`);
  return ["/", aboutPath, calendarPath(), ...dossiers, ...countries.map(countryPath)].map((path) => ({
    path,
  }));
}

const start = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** The XML of a site map; no more than `mostInFile` pages. */
export function sitemapOf(origin: string, pages: readonly SitemapPage[]): string {
  const entries = pages
    .slice(0, mostInFile)
    .map(({ path, updatedAt }) => {
      const lastmod = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : "";
      return `<url><loc>${escaped(origin + path)}</loc>${lastmod}</url>\n`;
    })
    .join("");
  return `${start}<urlset ${namespace}>\n${entries}</urlset>\n`;
}

/** The XML of the index that names site maps by their paths; no more than `mostInFile` of them. */
export function sitemapIndexOf(origin: string, maps: readonly string[]): string {
  const entries = maps
    .slice(0, mostInFile)
    .map((path) => `<sitemap><loc>${escaped(origin + path)}</loc></sitemap>\n`)
    .join("");
  return `${start}<sitemapindex ${namespace}>\n${entries}</sitemapindex>\n`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
