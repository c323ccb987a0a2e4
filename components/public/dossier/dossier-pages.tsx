import { useLocale, useTranslations } from "next-intl";
import { countryPath } from "./country-path";

/** The way through the pages of a country's dossiers; nothing where they have room on one. */
export function DossierPages({ code, page, pages }: { code: string; page: number; pages: number }) {
  const t = useTranslations("home");
  const locale = useLocale();
  if (pages < 2) return null;
  return (
    <nav aria-label={t("pages")} className="mt-6 flex flex-wrap gap-x-8 gap-y-2 font-sans text-label">
      {page > 1 && (
        <a href={countryPath(locale, code, page - 1)} rel="prev">
          {t("previousPage")}
        </a>
      )}
      <span className="text-muted">{t("page", { page, pages })}</span>
      {page < pages && (
        <a href={countryPath(locale, code, page + 1)} rel="next">
          {t("nextPage")}
        </a>
      )}
    </nav>
  );
}
