import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/site";

// It names the public address, which is known only when the site runs.
export const dynamic = "force-dynamic";

/** What crawlers may read: all but the desk, the interfaces for programs, and search results. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/admin", "/api/", "/search"] },
    sitemap: siteUrl("/sitemap.xml"),
  };
}
