import { countDossiers } from "@/lib/published/dossiers";
import { dossierSizes } from "@/lib/published/addresses";
import { sitemapOf, topPages } from "@/lib/exchange/sitemap";
import { site } from "@/lib/site";
import { xmlFile } from "../../answer";

export const dynamic = "force-dynamic";

/** `/sitemap-dossiers.xml`: the first page, the page about the site, each dossier's own, and each country's that has several. */
export async function GET(): Promise<Response> {
  const [sizes, { countries }] = await Promise.all([dossierSizes(), countDossiers()]);
  const pages = topPages(
    sizes.map(({ slug }) => slug),
    // The page of a country with one dossier has nothing that the dossier has not.
    countries.flatMap(({ code, count }) => (count > 1 ? code : [])),
  );
  return xmlFile(sitemapOf(site().origin, pages));
}
