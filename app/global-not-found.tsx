/**
 * The page for what is not there. Next answers it at `/_not-found`, and server.ts sends it (with status 404) for
 * every address that has no page, because what `notFound()` itself sends is filled in only by scripts.
 */
import type { Metadata } from "next";
import { preload } from "react-dom";
import { getTranslations } from "next-intl/server";
import { SearchForm } from "@/components/public/search/search-form";
import { SiteFooter } from "@/components/public/frame/site-footer";
import { SiteHeader } from "@/components/public/frame/site-header";
import { routing } from "@/i18n/routing";
import { contentLicence, siteName } from "@/lib/site";
import { typefaces } from "./fonts";
import { absenceTypefaces } from "./preloaded-typefaces";
import "./globals.css";

// The licence is a setting of the running site, not of the build.
export const dynamic = "force-dynamic";

/** What the page for what is not there says of itself. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notFound");
  // Next itself keeps a page for what is not there out of search engines.
  return { title: `${t("title")} · ${siteName}`, icons: { icon: "/icon.svg" } };
}

/** Says that there is no such page, and offers the search and the list of dossiers. */
export default async function NotFoundPage() {
  const t = await getTranslations("notFound");
  const locale = routing.defaultLocale;
  for (const address of absenceTypefaces())
    preload(address, { as: "font", type: "font/woff2", crossOrigin: "" });
  return (
    <html lang={locale} className={typefaces}>
      <body className="reader">
        <SiteHeader siteName={siteName} locale={locale} searches={false} />
        <main id="main" className="mx-auto max-w-page px-5 pt-12 sm:px-8 sm:pt-20">
          <p className="eyebrow">404</p>
          <h1 className="mt-1 text-title">{t("heading")}</h1>
          <p className="mt-4 max-w-measure">{t("text")}</p>
          {/* server/http/absence-page.ts puts the dossier's address here, or takes the line out. */}
          <p id="near" className="mt-4">
            {t.rich("near", { link: (words) => <a href="/-/dossier">{words}</a> })}
          </p>
          <div className="mt-8">
            <SearchForm locale={locale} />
          </div>
          <p className="mt-6">{t.rich("or", { link: (words) => <a href="/">{words}</a> })}</p>
        </main>
        <SiteFooter siteName={siteName} licence={contentLicence} locale={locale} />
      </body>
    </html>
  );
}
