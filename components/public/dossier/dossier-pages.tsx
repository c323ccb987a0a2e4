import { useLocale, useTranslations } from "next-intl";
import type { DossierOrder } from "@/lib/domain/dossier-pages";
import { countryAddress } from "./country-address";

interface Props {
  /** ISO 3166-1 alpha-2. */
  code: string;
  page: number;
  pages: number;
  by?: DossierOrder;
  /** The moment as which they are shown, as addresses spell it. */
  stood?: string | undefined;
}

/** The way through the pages of a country's dossiers; nothing where they have room on one. */
export function DossierPages({ code, page, pages, by, stood }: Props) {
  const t = useTranslations("home");
  const locale = useLocale();
  if (pages < 2) return null;
  return (
    <nav aria-label={t("pages")} className="mt-6 flex flex-wrap gap-x-8 gap-y-2 font-sans text-label">
      {page > 1 && (
        <a href={countryAddress(locale, code, page - 1, by, stood)} rel="prev">
          {t("previousPage")}
        </a>
      )}
      <span className="text-muted">{t("page", { page, pages })}</span>
      {page < pages && (
        <a href={countryAddress(locale, code, page + 1, by, stood)} rel="next">
          {t("nextPage")}
        </a>
      )}
    </nav>
  );
}
