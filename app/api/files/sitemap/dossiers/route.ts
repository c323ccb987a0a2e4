import { countDossiers } from "@/lib/published/dossiers";
import { dossierSizes } from "@/lib/published/addresses";
import { sitemapOf, topPages } from "@/lib/exchange/sitemap";
import { site } from "@/lib/site";
import { xmlFile } from "../../answer";

export const dynamic = "force-dynamic";

/** `/sitemap-dossiers.xml`: the first page, the page about the site, each dossier's own and each country's. */
export async function GET(): Promise<Response> {
  const [sizes, { countries }] = await Promise.all([dossierSizes(), countDossiers()]);
  const pages = topPages(
    sizes.map(({ slug }) => slug),
    countries.map(({ code }) => code),
  );
  return xmlFile(sitemapOf(site().origin, pages));
}
