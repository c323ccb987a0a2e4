import { sitemapOf } from "@/lib/exchange/sitemap";
import { sitemapPath } from "@/lib/routes";
import { site } from "@/lib/site";
import { dossierOr, noFile, xmlFile } from "../../../answer";
import { pagesInPart } from "../../../sitemaps";

export const dynamic = "force-dynamic";

interface Asked {
  params: Promise<{ dossier: string; part: string }>;
}

/** `/{dossier}/sitemap.xml`, and `sitemap-2.xml` and on for what does not fit: the pages below a dossier. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const { dossier: slug, part } = await params;
  const dossier = await dossierOr(slug, (now) => sitemapPath(now, Number(part)));
  if (dossier instanceof Response) return dossier;
  const pages = await pagesInPart(dossier, Number(part));
  return pages.length > 0 ? xmlFile(sitemapOf(site().origin, pages)) : noFile();
}
