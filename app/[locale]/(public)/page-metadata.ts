import type { Metadata } from "next";
import { localPath, readRoute } from "@/lib/routes";
import { shareImageFor, shareImageSize } from "@/lib/share-images";
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

/** Title, description, canonical address, Open Graph and feed of a readers' page. */
export function pageMetadata(told: Told): Metadata {
  const { locale, title, description, path, type = "website", feed = "/feed.atom" } = told;
  const address = localPath(locale, path);
  const image = shareImageFor(readRoute(path.split("?", 1)[0]!)?.page);
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
      images: [{ url: image, type: "image/png", alt: title, ...shareImageSize }],
      ...(type === "article"
        ? { type, publishedTime: told.published, modifiedTime: told.changed }
        : { type: "website" as const }),
    },
    twitter: { card: "summary_large_image" },
    ...(told.unlisted && { robots: { index: false, follow: true } }),
  };
}
