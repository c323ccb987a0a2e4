import { useTranslations } from "next-intl";
import { localPath } from "@/lib/routes";
import { SearchForm } from "../search/search-form";

interface Props {
  siteName: string;
  locale: string;
  searches?: boolean;
  /** Only the way past the head: the page itself begins with the site's name. */
  bare?: boolean;
}

/** The head of every readers' page: a way past it, the site's name, and the search. */
export function SiteHeader({ siteName, locale, searches = true, bare = false }: Props) {
  const t = useTranslations("site");
  return (
    <>
      <a href="#main" className="skip">
        {t("skip")}
      </a>
      {!bare && (
        <header className="screen-only border-b border-rule">
          <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-3 px-5 py-3 sm:px-8">
            <a href={localPath(locale, "/")} className="quiet text-lead tracking-tight">
              {siteName}
            </a>
            {searches && <SearchForm locale={locale} compact />}
          </div>
        </header>
      )}
    </>
  );
}
