import { sitemapIndexOf } from "@/lib/exchange/sitemap";
import { site } from "@/lib/site";
import { xmlFile } from "../answer";
import { allSitemaps } from "../sitemaps";

export const dynamic = "force-dynamic";

/** `/sitemap.xml`: the index of all site maps. */
export async function GET(): Promise<Response> {
  return xmlFile(sitemapIndexOf(site().origin, await allSitemaps()));
}
