/** Everything that readers can ask for, as the site itself lists it. */
import { kinds } from "@/lib/domain/kinds/registry";

/** The pages that the site map names, as paths. */
export async function mappedPages(site: string): Promise<string[]> {
  const map = await (await fetch(`${site}/sitemap.xml`)).text();
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!).pathname);
}

const formats = ["csv", "json", "csv-metadata.json"];
const lists = Object.values(kinds).map(({ path }) => path);

/** The files of the site, and of each dossier that the site map names. */
export function filesBeside(pages: readonly string[]): string[] {
  const dossiers = pages.filter((path) => /^\/[^/]+$/.test(path));
  const ofDossier = (dossier: string) => [
    `${dossier}/feed.atom`,
    ...lists.flatMap((list) => formats.map((format) => `${dossier}/${list}.${format}`)),
  ];
  return ["/feed.atom", "/sitemap.xml", "/robots.txt", "/icon.svg", ...dossiers.flatMap(ofDossier)];
}

/** One address of each type of page: `/kazakhstan-mexico/visits/2014-erlan-idrissov` for every visit's. */
export function onePageOfEachType(pages: readonly string[]): string[] {
  const typed = new Map<string, string>();
  for (const path of pages) {
    const [dossier, list, record] = path.split("/").slice(1);
    const type = `${dossier ? "dossier" : "home"} ${list ?? ""} ${record === undefined ? "" : "record"}`;
    if (!typed.has(type)) typed.set(type, path);
  }
  return [...typed.values()];
}
