import { useLocale, useTranslations } from "next-intl";
import { countryName } from "@/lib/domain/countries";
import type { CountryCount } from "@/lib/domain/dossier-pages";
import { countryAddress } from "./country-address";

/** The countries that have dossiers, by name, each with how many: an index in columns. */
export function CountryIndex({ countries }: { countries: readonly CountryCount[] }) {
  const t = useTranslations("home");
  const locale = useLocale();
  const named = countries
    .map(({ code, count }) => ({ code, count, name: countryName(code, locale) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  return (
    <ul className="columns-1 gap-x-12 border-t border-ink pt-2 font-sans text-label min-[28rem]:columns-2 md:columns-3 lg:columns-4">
      {named.map(({ code, count, name }) => (
        <li
          key={code}
          className="flex break-inside-avoid items-baseline justify-between gap-x-3 border-b border-rule py-1.5"
        >
          <a href={countryAddress(locale, code)}>{name}</a>
          <span className="figures text-muted" aria-label={t("countryCount", { count })}>
            {count}
          </span>
        </li>
      ))}
    </ul>
  );
}
