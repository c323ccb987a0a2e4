import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/site";

// It names the public address, which is known only when the site runs.
export const dynamic = "force-dynamic";

/**
 * What crawlers may read: all but the desk and the interfaces for programs. Search results say themselves that they are
 * not to be kept, which a crawler that might not read them would never learn.
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/admin", "/api/"] },
    sitemap: siteUrl("/sitemap.xml"),
  };
}
