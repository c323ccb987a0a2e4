import type { Metadata } from "next";
import { localPath, readRoute, shareImagePath, shareImageSize } from "@/lib/routes";
import { siteName } from "@/lib/site";

interface Told {
  locale: string;
  title: string;
  description: string;
  /** The page's own address, without language, query or anchor. */
  path: string;
  type?: "website" | "article";
  /** The feed that tells of changes to it; the whole site's unless it has its own. */
  feed?: string;
  /** ISO instants, of a record. */
  published?: string;
  changed?: string;
  /** Kept out of search engines, as search results are. */
  unlisted?: boolean;
}

const siteSign = { url: "/apple-icon.png", type: "image/png", alt: siteName, width: 180, height: 180 };

/** The image of the dossier that a page is of; the site's own sign for all others. */
function shareImage(path: string, alt: string) {
  const page = readRoute(path.split("?", 1)[0]!)?.page;
  return page && "dossier" in page
    ? [{ url: shareImagePath(page.dossier), type: "image/png", alt, ...shareImageSize }]
    : [siteSign];
}

/** Title, description, canonical address, Open Graph and feed of a readers' page. */
export function pageMetadata(told: Told): Metadata {
  const { locale, title, description, path, type = "website", feed = "/feed.atom" } = told;
  const address = localPath(locale, path);
  const images = shareImage(path, title);
  const cut = description.length > 300 ? `${description.slice(0, 299).trimEnd()}…` : description;
  return {
    title: path === "/" ? `${siteName}: ${title}` : `${title} · ${siteName}`,
    description: cut,
    // Next takes the slash from the first page's address, which then differs from the site map's: Frame says that one.
    alternates: { ...(path !== "/" && { canonical: address }), types: { "application/atom+xml": feed } },
    openGraph: {
      title,
      description: cut,
      url: address,
      siteName,
      locale,
      images,
      ...(type === "article"
        ? { type, publishedTime: told.published, modifiedTime: told.changed }
        : { type: "website" as const }),
    },
    twitter: { card: images[0]!.width > siteSign.width ? "summary_large_image" : "summary" },
    ...(told.unlisted && { robots: { index: false, follow: true } }),
  };
}
