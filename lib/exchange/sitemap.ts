/** The addresses of the site's pages, for search engines. */
import type { KindKey } from "@/lib/domain/kinds/registry";
import { listPathOf, listPaths, recordPath } from "@/lib/routes";

export interface SitemapPage {
  /** Starts with a slash. */
  path: string;
  updatedAt: Date;
}

interface Placed {
  kind: KindKey;
  slug: string;
  dossierSlug: string;
  updatedAt: Date;
}

/**
 * Every page on which one of these records is read, its dossier's lists included, each page once, with the latest
 * change to any record on it.
 */
export function sitemapPages(records: readonly Placed[]): SitemapPage[] {
  const pages = new Map<string, Date>();
  const add = (path: string, updatedAt: Date) => {
    const known = pages.get(path);
    if (!known || known < updatedAt) pages.set(path, updatedAt);
  };
  for (const { updatedAt } of records) add("/", updatedAt);
  for (const record of records) {
    const { kind, dossierSlug, updatedAt } = record;
    add(`/${dossierSlug}`, updatedAt);
    add(listPathOf(dossierSlug, record), updatedAt);
    if (kind === "dossier") for (const list of listPaths(dossierSlug)) add(list, updatedAt);
  }
  for (const record of records) {
    const [path = ""] = recordPath(record.dossierSlug, record).split("#");
    add(path, record.updatedAt);
  }
  return [...pages].map(([path, updatedAt]) => ({ path, updatedAt }));
}
