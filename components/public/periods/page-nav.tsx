import { useTranslations } from "next-intl";

interface Props {
  page: number;
  pages: number;
  /** The address of a page, from 1. */
  href(page: number): string;
  /** How the pages follow each other: from the newest on, or merely by their numbers. */
  by?: "date" | "number";
}

/** The ways to the pages before and after this one; nothing where there is one page. */
export function PageNav({ page, pages, href, by = "date" }: Props) {
  const t = useTranslations("periods");
  if (pages < 2) return null;
  return (
    <nav aria-label={t("pages")} className="screen-only flex flex-wrap gap-x-8 font-sans text-label">
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          {t(by === "date" ? "newer" : "previous")}
        </a>
      )}
      <span className="text-muted">{t("page", { page: String(page), pages: String(pages) })}</span>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          {t(by === "date" ? "older" : "next")}
        </a>
      )}
    </nav>
  );
}
