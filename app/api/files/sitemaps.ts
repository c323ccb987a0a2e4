/** Which site maps there are. A dossier with more records than one file holds has further ones. */
import { dossierSizes, recordAddresses, sourceAddresses } from "@/lib/published/addresses";
import type { PublishedRecord } from "@/lib/domain/published";
import { dossierPages, mostInFile, type SitemapPage } from "@/lib/exchange/sitemap";
import { calendarPath, reciprocityPathOf, sitemapPath } from "@/lib/routes";

/** How many of a dossier's records its first map holds: a fifth is room for its lists and the sources that it cites. */
const inFirst = (most: number) => most * 0.8;

/** The paths of all site maps: that of the first page and the dossiers themselves, and those below each dossier. */
export async function allSitemaps(): Promise<string[]> {
  const below = (await dossierSizes()).flatMap(({ slug, records }) => {
    const more = Math.ceil(Math.max(0, records - inFirst(mostInFile)) / mostInFile);
    return Array.from({ length: 1 + more }, (_, at) => sitemapPath(slug, at + 1));
  });
  return ["/sitemap-dossiers.xml", "/sitemap-people.xml", ...below];
}

/** The pages in one of a dossier's maps, from part 1 on; none where it has no such part. */
export async function pagesInPart(
  { id, slug, updatedAt }: PublishedRecord<"dossier">,
  part: number,
  most = mostInFile,
): Promise<SitemapPage[]> {
  const since = new Date(updatedAt);
  const lists = dossierPages(slug, [], since).map(({ path }) => path);
  if (part > 1) {
    const skip = inFirst(most) + (part - 2) * most;
    const records = await recordAddresses(id, { skip, limit: most });
    // The first part has the lists.
    return dossierPages(slug, records, since).filter(({ path }) => !lists.includes(path));
  }
  const [records, sources] = await Promise.all([
    recordAddresses(id, { skip: 0, limit: inFirst(most) }),
    sourceAddresses(id, most - inFirst(most) - lists.length - 2),
  ]);
  const pages = dossierPages(slug, [...records, ...sources], since);
  // Of lists with records in further parts it is not known here when they changed.
  const isAll = records.length < inFirst(most);
  const dated = isAll ? pages : pages.map((page) => (lists.includes(page.path) ? { path: page.path } : page));
  // What these show changes with the days.
  return [...dated, ...[calendarPath(slug), reciprocityPathOf(slug)].map((path) => ({ path }))];
}
