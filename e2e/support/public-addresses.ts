/** Everything that readers can ask for, as the site itself lists it. */
import { filePaths, readRoute, siteFiles } from "@/lib/routes";

/** The pages that the site map names, as paths. */
export async function mappedPages(site: string): Promise<string[]> {
  const map = await (await fetch(`${site}/sitemap.xml`)).text();
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
}

/** The files of the site, and of each dossier that the site map names. */
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
