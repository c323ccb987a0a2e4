import type { MetadataRoute } from "next";
import { publicAddresses } from "@/lib/published/addresses";
import { sitemapPages } from "@/lib/exchange/sitemap";
import { siteUrl } from "@/lib/site";

// Records change between builds, and the build has no database.
export const dynamic = "force-dynamic";

// More addresses than this the protocol does not allow in one file; the latest changes come first.
const most = 50_000;

/** `/sitemap.xml`: every page of every published record. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const pages = sitemapPages(await publicAddresses({ limit: most }));
  return pages
    .slice(0, most)
    .map(({ path, updatedAt }) => ({ url: siteUrl(path), lastModified: updatedAt.toISOString() }));
}
