/** The addresses of the site's pages, for search engines. */
import { kindKeys, kinds, type KindKey } from "@/lib/domain/kinds/registry";
import { recordPath } from "@/lib/domain/record-address";

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

// What is listed at the address of another kind's list: products are, with the years of trade.
const listOf = (record: Placed) =>
  recordPath(record.dossierSlug, record).split(/[#?]/)[0]!.split("/").slice(0, 3).join("/");

const lists = [...new Set(kindKeys.filter((key) => kinds[key].ownPage).map((key) => kinds[key].path))];

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
    add(listOf(record), updatedAt);
    if (kind === "dossier") for (const list of lists) add(`/${dossierSlug}/${list}`, updatedAt);
  }
  for (const record of records) {
    const [path = ""] = recordPath(record.dossierSlug, record).split("#");
    add(path, record.updatedAt);
  }
  return [...pages].map(([path, updatedAt]) => ({ path, updatedAt }));
}
