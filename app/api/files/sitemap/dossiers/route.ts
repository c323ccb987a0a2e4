import { dossierSizes } from "@/lib/published/addresses";
import { sitemapOf, topPages } from "@/lib/exchange/sitemap";
import { site } from "@/lib/site";
import { xmlFile } from "../../answer";

export const dynamic = "force-dynamic";

/** `/sitemap-dossiers.xml`: the first page, and each dossier's own. */
export async function GET(): Promise<Response> {
  const slugs = (await dossierSizes()).map(({ slug }) => slug);
  return xmlFile(sitemapOf(site().origin, topPages(slugs)));
}
