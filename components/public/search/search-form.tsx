import { useTranslations } from "next-intl";
import { longestAddress } from "@/lib/domain/readable-address";
import { localPath } from "@/lib/routes";

/** The search over everything published. It has no script and leads to an address that can be kept. */
export function SearchForm({
  locale,
  q = "",
  compact = false,
}: {
  locale: string;
  q?: string;
  compact?: boolean;
}) {
  const t = useTranslations("search");
  const id = compact ? "search-above" : "search";
  return (
    <form
      action={localPath(locale, "/search")}
      role="search"
      aria-label={compact ? t("site") : t("label")}
      className={`screen-only ${compact ? "flex w-full sm:w-auto" : "max-w-2xl"}`}
    >
      <label htmlFor={id} className={compact ? "sr-only" : "label mb-1.5 block"}>
        {t("label")}
      </label>
      <span className="flex w-full">
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={longestAddress}
          autoComplete="off"
          placeholder={compact ? t("placeholder") : undefined}
          className={`field border-r-0 ${compact ? "sm:w-56" : ""}`}
        />
        <button className="button shrink-0">{t("submit")}</button>
      </span>
    </form>
  );
}
