/** Everything that readers can ask for, as the site itself lists it. */
import { filePaths, readRoute, siteFiles } from "@/lib/routes";

/** The pages that the site's maps name, as paths. */
export async function mappedPages(site: string): Promise<string[]> {
  const pages: string[] = [];
  for (const map of locationsIn(await textAt(`${site}/sitemap.xml`)))
    pages.push(...locationsIn(await textAt(site + map)));
  return pages;
}

const textAt = async (address: string) => (await fetch(address)).text();

/** The paths of the addresses in a site map or in their index. */
export function locationsIn(map: string): string[] {
  // The site calls itself by its public name, which need not be the one by which we reach it.
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => {
    const { pathname, search } = new URL(address!.replaceAll("&amp;", "&"));
    return pathname + search;
  });
}

/** The files of the site, and of each dossier that the site maps name. */
export function filesBeside(pages: readonly string[]): string[] {
  const ofDossiers = pages.flatMap((path) => {
    const page = readRoute(path)?.page;
    return page?.is === "dossier" ? filePaths(page.dossier) : [];
  });
  return [...siteFiles, ...ofDossiers];
}

/** One address of each type of page: `/kazakhstan-mexico/visits/2014-erlan-idrissov` for every visit's. */
export function onePageOfEachType(pages: readonly string[]): string[] {
  const typed = new Map<string, string>();
  for (const path of pages) {
    const page = readRoute(path)?.page;
    if (!page) throw new Error(`the site map names ${path}, which is no address of the site`);
    const type = "kind" in page ? `${page.is} ${page.kind}` : page.is;
    if (!typed.has(type)) typed.set(type, path);
  }
  return [...typed.values()];
}
